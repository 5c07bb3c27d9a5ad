// `docs-lint new`: what it writes is what docs-lint reads as begun, and as signed by nobody.
#include "support/checked.hpp"
#include "support/defect_record.hpp"
#include "support/git_repository.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr const char* kAsOf = "2026-03-02T09:40Z";
constexpr const char* kNew = "docs/product/phase_gates/defect-DEF-042-weight-is-rounded-down-phase-gate.md";

ProcessResult make(const GitRepository& repository, std::vector<std::string> arguments,
                   const ProcessOptions& options = {}) {
    arguments.insert(arguments.begin(), {"-C", repository.path().string(), "new"});
    return run_docs_lint(arguments, options);
}

ProcessResult make_record(const GitRepository& repository, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {
        "record", "defect-phase-gate", "DEF-042", "Weight is rounded down", "--as-of", kAsOf};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return make(repository, arguments);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

/// Every finding of a check of all documents, warnings and information included.
std::vector<std::string> findings_of(const GitRepository& repository) {
    std::vector<std::string> found;
    for (const Found& one : check_in(repository.path(), {"check"}).findings) found.push_back(one.rule);
    return found;
}

} // namespace

TEST_CASE("a new phase gate document holds every gate and item of its process, and is sound as it is") {
    const GitRepository repository;
    const ProcessResult result = make_record(repository, {"--owner", "PMO Lead"});
    INFO(result.err << result.out);
    CHECK(result.exit_code == 0);
    CHECK(has(result.err, std::string("wrote ") + kNew));
    const std::string text = repository.read(kNew);
    CHECK(count(text, "- Evidence: [PENDING — ") == 19);
    CHECK(count(text, "- Owner confirmation: [PENDING — ") == 19);
    CHECK(count(text, "- PMO validation: [PENDING — PMO Lead]") == 19);
    CHECK(has(text, "| — | TRIAGE | 2026-03-02 | 09:40 |"));
    CHECK(has(text, "**Status:** Active\n"));
    CHECK(has(text, "**Filed:** —\n"));
    CHECK(has(text, "| Severity | [PENDING — Critical, High, Medium or Low] |\n"));
    CHECK(has(text, "## Next Actions\n\n| Action | Owner | Deadline | Status |\n"));
    CHECK(findings_of(repository).empty());
}

TEST_CASE("docs-lint reads every item of a new record, and none of them as signed") {
    const GitRepository repository;
    make_record(repository, {"--owner", "PMO Lead"});
    // With the last state claimed, each of the 19 items must be missed.
    repository.write(
        kNew, replaced(repository.read(kNew), "| current_state | TRIAGE |", "| current_state | CLOSED |"));
    const Checked checked = check_in(repository.path(), {"check"});
    std::size_t unsigned_items = 0;
    for (const Found& one : checked.findings) unsigned_items += one.rule == "gate/evidence-pending" ? 1 : 0;
    INFO(checked.summary());
    CHECK(unsigned_items == 19);
    CHECK_FALSE(checked.has("gate/item-missing", kNew));
    CHECK_FALSE(checked.has("gate/item-unknown", kNew));
}

TEST_CASE("an owner that nobody named is the one thing that is found") {
    const GitRepository repository;
    const ProcessResult result = make_record(repository);
    CHECK(result.exit_code == 0);
    CHECK(has(result.out, "[header/placeholder]"));
    CHECK(findings_of(repository) == std::vector<std::string>{"header/placeholder"});
    CHECK(make_record(repository, {"--owner", "PMO Led"}).exit_code == 2);
}

TEST_CASE("nothing is overwritten, written through a link, or written at all on a dry run") {
    const GitRepository repository;
    const ProcessResult shown = make_record(repository, {"--stdout"});
    CHECK(shown.exit_code == 0);
    CHECK(has(shown.out, "# Defect phase gate document — DEF-042: Weight is rounded down\n"));
    CHECK_FALSE(fs::exists(repository.path() / "docs"));
    SUBCASE("a file") {
        repository.write(kNew, "mine");
        const ProcessResult result = make_record(repository);
        CHECK(result.exit_code == 2);
        CHECK(has(result.err, "is already there"));
        CHECK(repository.read(kNew) == "mine");
    }
    SUBCASE("a link") {
        repository.link(kNew, "../../../elsewhere.md");
        CHECK(make_record(repository).exit_code == 2);
        CHECK_FALSE(fs::exists(repository.path() / "elsewhere.md"));
    }
    SUBCASE("a folder that is a link") {
        const ScratchFolder other;
        repository.link("docs/product", other.path().string());
        const ProcessResult result = make_record(repository);
        CHECK(result.exit_code == 2);
        CHECK(has(result.err, "link"));
        CHECK(fs::is_empty(other.path()));
    }
}

TEST_CASE("what is no class, id, title or slug is refused with what to write") {
    const GitRepository repository;
    const auto refused = [&](const std::vector<std::string>& arguments) {
        std::vector<std::string> all = {"record"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        const ProcessResult result = make(repository, all);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK_FALSE(fs::exists(repository.path() / "docs"));
        return result.err;
    };
    CHECK(has(refused({"phase-gate", "DEF-1", "Title"}), "may mean"));
    CHECK(has(refused({"backlog-lesson-record", "DEF-1", "Title"}), "backlog-lessons-record"));
    CHECK(has(refused({"defect-phase-gate", "../../x", "Title"}), "is no id"));
    CHECK(has(refused({"defect-phase-gate", "DEF-1", "two\nlines"}), "one line"));
    CHECK(has(refused({"defect-phase-gate", "DEF-1", "esc\x1b[31m"}), "one line"));
    CHECK(has(refused({"defect-phase-gate", "DEF-1", "Title", "--slug", "../x"}), "is no part of a path"));
    CHECK_FALSE(has(refused({"nothing-like-it", "DEF-1", "Title"}), "canonical-specification"));
    CHECK(has(refused({"canonical-specification", "DEF-1", "Title"}), "have no path that an id gives"));
}

TEST_CASE("a new feature record and a new decision are begun as their classes ask") {
    const GitRepository repository;
    const ProcessResult feature =
        make(repository, {"record", "feature-phase-gate", "FEAT-7", "Labels in two columns", "--owner",
                          "PMO Lead", "--as-of", "2026-03-02"});
    INFO(feature.err << feature.out);
    CHECK(feature.exit_code == 0);
    CHECK(has(feature.err, "docs/product/phase_gates/FEAT-7-labels-in-two-columns-phase-gate.md"));
    CHECK(findings_of(repository).empty());
}

TEST_CASE("a document whose header gives its class is begun with the number of that class") {
    const GitRepository repository;
    const ProcessResult result = make(repository, {"record", "decisions-record", "DEC-7", "Labels in columns",
                                                   "--owner", "PMO Lead", "--as-of", "2026-03-02"});
    INFO(result.err << result.out);
    CHECK(result.exit_code == 0);
    CHECK(has(repository.read("docs/product/decisions/DEC-7-labels-in-columns.md"), "**Class:** 4\n"));
    CHECK(findings_of(repository).empty());
}

TEST_CASE(
    "a new lessons record has every part, and its Type is all that must be filled in before it is filed") {
    const GitRepository repository;
    const ProcessResult result =
        make(repository, {"record", "backlog-lessons", "DEF-042", "Weight is rounded down", "--owner",
                          "PMO Lead", "--as-of", kAsOf});
    INFO(result.err << result.out);
    CHECK(result.exit_code == 0);
    const std::string text = repository.read("docs/product/lessons_learnt/DEF-042-lessons.md");
    for (const char* part :
         {"**Item:** DEF-042 — Weight is rounded down\n", "**Date filed:** —\n", "## What worked well\n",
          "## What created friction\n", "## Process improvements actioned\n",
          "## New skills or templates created\n", "## Outstanding actions\n"}) {
        CAPTURE(part);
        CHECK(has(text, part));
    }
    const Checked checked = check_in(repository.path(), {"check"});
    CHECK(checked.of_severity("error") ==
          std::vector<std::string>{"header/placeholder docs/product/lessons_learnt/DEF-042-lessons.md"});
    CHECK(checked.of_severity("warning")
              .empty()); // what is still to be written is information until it is filed
}

TEST_CASE("where a Markdown template defines the process, gates and items are the template's, and its "
          "version is cited") {
    const GitRepository repository;
    repository.write(
        "processes/repair_run.md",
        "# Repair Run\n\n**Owner:** PMO Lead\n**Status:** Canonical\n**Version:** 1.3\n"
        "**Last Updated:** 2026-02-01\n\n---\n\n## State Machine\n\n```\nREPORTED\n  ↓  [Gate "
        "A]\nDONE\n```\n\n"
        "## STATE: REPORTED\n\n### Gate A — REPORTED → DONE\n\n**Gate A.1 — Cause written down**\n\n"
        "- Evidence: {written statement of the cause}\n"
        "- Owner confirmation: [Yes/No] — {QA Lead}, {date}\n"
        "- PMO validation: [Pass/Fail] — PMO Lead, {date}\n\n## Change Log\n\n"
        "| Version | Date | Change |\n| --- | --- | --- |\n| 1.3 | 2026-02-01 | First version here. |\n");
    repository.write(
        ".docs-lint.yaml",
        "classes:\n  defect-phase-gate-document:\n    process:\n      from: processes/repair_run.md\n"
        "      severities: {}\n      spec-first: none\n");
    const ProcessResult result = make_record(repository, {"--owner", "PMO Lead"});
    INFO(result.err << result.out);
    REQUIRE(result.exit_code == 0);
    const std::string text = repository.read(kNew);
    CHECK(has(text, "Gate A.1 — Cause written down"));
    CHECK(has(text, "| — | REPORTED | 2026-03-02 | 09:40 |"));
    CHECK(has(text, "v1.3\n"));
    CHECK_FALSE(has(text, "TRIAGE"));
    CHECK(findings_of(repository).empty());
}

namespace {

constexpr const char* kPrinting = "docs/specs/printing.md";

std::string spec(const std::string& version, const std::string& rows) {
    return "# Printing\r\n\r\n**Owner:** Domain Spec Owner\r\n**Status:** Canonical\r\n**Version:** " +
           version +
           "\r\n**Last Updated:** 2026-02-20\r\n\r\n## Change log\r\n\r\n"
           "| Version | Date       | Change         |\r\n|---------|------------|----------------|\r\n" +
           rows;
}

ProcessResult add_row(const GitRepository& repository, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"changelog-row", kPrinting, "-m",
                                          "A | B.",        "--as-of", "2026-03-02"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return make(repository, arguments);
}

const std::string kFirst = "| 1.0     | 2026-01-10 | First version. |\r\n";
const std::string kSecond = "| 1.1     | 2026-02-20 | Duplex.        |\r\n";
const std::string kThird = "| 1.2     | 2026-03-02 | A \\| B.        |\r\n";

} // namespace

TEST_CASE(
    "the next row of a change log stands where the newest one does, and raises the header with its day") {
    const GitRepository repository;
    std::string expected;
    SUBCASE("newest first") {
        repository.write(kPrinting, spec("1.1", kSecond + kFirst));
        expected = spec("1.2", kThird + kSecond + kFirst);
    }
    SUBCASE("newest last") {
        repository.write(kPrinting, spec("1.1", kFirst + kSecond));
        expected = spec("1.2", kFirst + kSecond + kThird);
    }
    const ProcessResult result = add_row(repository);
    INFO(result.err << result.out);
    CHECK(result.exit_code == 0);
    CHECK(repository.read(kPrinting) ==
          replaced(expected, "2026-02-20\r\n\r\n## Change", "2026-03-02\r\n\r\n## Change"));
    CHECK(findings_of(repository).empty());
}

TEST_CASE("a header that is ahead gets its row and its day; one that is behind is refused") {
    const GitRepository repository;
    repository.write(kPrinting, spec("1.2", kSecond + kFirst));
    CHECK(add_row(repository).exit_code == 0);
    CHECK(repository.read(kPrinting) == replaced(spec("1.2", kThird + kSecond + kFirst),
                                                 "2026-02-20\r\n\r\n## Change",
                                                 "2026-03-02\r\n\r\n## Change"));
    CHECK(findings_of(repository).empty());
    const std::string behind = spec("1.0", kSecond + kFirst);
    repository.write(kPrinting, behind);
    const ProcessResult refused = add_row(repository);
    CHECK(refused.exit_code == 2);
    CHECK(has(refused.err, "its change log is at 1.1"));
    CHECK(repository.read(kPrinting) == behind);
}

TEST_CASE("a row that is shown is not written, and one without text, table or document is refused") {
    const GitRepository repository;
    const std::string before = spec("1.1", kSecond + kFirst);
    repository.write(kPrinting, before);
    const ProcessResult shown = add_row(repository, {"--dry-run"});
    CHECK(has(shown.out, "+| 1.2     | 2026-03-02 | A \\| B.        |"));
    CHECK(repository.read(kPrinting) == before);
    CHECK(make(repository, {"changelog-row", kPrinting, "-m", " "}).exit_code == 2);
    CHECK(make(repository, {"changelog-row", kPrinting, "-m", "two\nlines"}).exit_code == 2);
    CHECK(make(repository, {"changelog-row", "docs/specs/none.md", "-m", "x"}).exit_code == 2);
    repository.write("notes.md", before);
    CHECK(make(repository, {"changelog-row", "notes.md", "-m", "x"}).exit_code == 2);
    repository.write(kPrinting, "# Printing\n\n**Version:** 1.0\n");
    CHECK(has(add_row(repository).err, "has no change log that is a table"));
}

namespace {

constexpr const char* kOther = "docs/product/phase_gates/defect-105-rounding-phase-gate.md"; // 104 is filed

ProcessResult log(const GitRepository& repository, const std::string& state,
                  const std::string& path = kOther) {
    return make(repository, {"log-row", path, "--to", state, "--as-of", "2026-02-14T10:05Z"});
}

DefectRecord with_gate_v(const TidyRepository& repository) {
    DefectRecord record = repository.active();
    for (const char* id : {"V.1", "V.2", "V.3", "V.4"}) record.item(id) = repository.filed().item(id);
    return record;
}

} // namespace

TEST_CASE("the next state is logged once its gate is signed off, and what else names the state is told") {
    const TidyRepository repository;
    const DefectRecord record = with_gate_v(repository);
    repository.write(kOther, record.text());
    const ProcessResult result = log(repository, "closed");
    INFO(result.err << result.out);
    CHECK(result.exit_code == 0);
    DefectRecord expected = record;
    expected.log += "| VERIFICATION | CLOSED | 2026-02-14 | V |\n"; // its rows give days only
    CHECK(repository.read(kOther) == expected.text());
    CHECK(has(result.err, ":9 still says VERIFICATION: bring it to CLOSED"));
}

TEST_CASE("a state whose gate is not signed off, or that no step leads to, is not logged") {
    const TidyRepository repository;
    const std::string before = repository.active().text();
    repository.write(kOther, before);
    const ProcessResult open = log(repository, "CLOSED");
    CHECK(open.exit_code == 2);
    CHECK(has(open.err, "gate V is not signed off: V.1, V.2, V.3 and V.4"));
    const ProcessResult skipped = log(repository, "FIX_SCOPE");
    CHECK(skipped.exit_code == 2);
    CHECK(has(skipped.err, "no step from VERIFICATION to FIX_SCOPE"));
    CHECK(has(log(repository, "DONE").err, "has no state DONE"));
    DefectRecord almost = with_gate_v(repository);
    almost.item("V.3").validation = "Pass — PMO Lead"; // without its date
    repository.write(kOther, almost.text());
    CHECK(has(log(repository, "CLOSED").err, "gate V is not signed off: V.3"));
    CHECK(repository.read(kOther) == almost.text());
}

TEST_CASE("a way back that the process has is logged as one") {
    const TidyRepository repository;
    const DefectRecord record = repository.active();
    repository.write(kOther, record.text());
    CHECK(log(repository, "IMPLEMENTATION").exit_code == 0);
    DefectRecord expected = record;
    expected.log += "| VERIFICATION | IMPLEMENTATION | 2026-02-14 | Reverted |\n";
    CHECK(repository.read(kOther) == expected.text());
}

TEST_CASE("filed records get no row: filed on disk or in HEAD") {
    const TidyRepository repository;
    const std::string filed = repository.read(kRecord);
    const ProcessResult on_disk = log(repository, "VERIFICATION", kRecord);
    CHECK(on_disk.exit_code == 2);
    CHECK(has(on_disk.err, "a filed record never changes"));
    CHECK(make(repository, {"changelog-row", kRecord, "-m", "x"}).exit_code == 2);
    CHECK(repository.read(kRecord) == filed);
    repository.write(kOther, repository.filed().text()); // nowhere but on disk
    CHECK(has(log(repository, "VERIFICATION").err, "is filed, and a filed record never changes"));
    repository.write(kRecord, repository.active().text());
    const ProcessResult in_head = log(repository, "IMPLEMENTATION", kRecord);
    CHECK(in_head.exit_code == 2);
    CHECK(has(in_head.err, "is filed in HEAD"));
    CHECK(repository.read(kRecord) == repository.active().text());
}

TEST_CASE("a log with a column for the time and one for a number is continued in both") {
    const GitRepository repository;
    make_record(repository, {"--owner", "PMO Lead"});
    std::string text = repository.read(kNew);
    text = replaced(
        text,
        "| From | To | Date | Time (UTC) |\n| --- | --- | --- | --- |\n| — | TRIAGE | 2026-03-02 | 09:40 |\n",
        "| # | From → To | Timestamp (UTC) | Recorded by |\n| --- | --- | --- | --- |\n");
    repository.write(kNew, text);
    const ProcessResult result =
        make(repository, {"log-row", kNew, "--to", "TRIAGE", "--as-of", "2026-03-02T09:40Z"});
    INFO(result.err << result.out);
    CHECK(result.exit_code == 0);
    CHECK(has(repository.read(kNew), "| 1 | — → TRIAGE | 2026-03-02T09:40Z | — |\n"));
}

TEST_CASE("a new document leaves room for what its class says in every document") {
    const GitRepository repository;
    const ProcessResult result = make(repository, {"record", "scope-document", "FEAT-7", "Parcel labels",
                                                   "--owner", "Product Owner", "--as-of", kAsOf});
    INFO(result.err << result.out);
    REQUIRE(result.exit_code == 0);
    CHECK(has(repository.read("docs/product/scope/scope--FEAT-7-parcel-labels.md"),
              "> [PENDING — say here that its detail is indicative]"));
    for (const std::string& rule : findings_of(repository)) CHECK(rule != "document/section-missing");
}
