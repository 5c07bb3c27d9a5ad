#include "support/checked.hpp"
#include "support/expectations.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"
#include "support/variants.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <vector>

// Evidence that is no commit of the checked history, and specs that come after the fix. The record is
// committed on top of what each case prepared and checked there.

using namespace docs_lint::tests;

namespace {

constexpr const char* kUnknown = "evidence/commit-unknown";
constexpr const char* kUnreachable = "evidence/commit-unreachable";
constexpr const char* kAfterFix = "spec/after-fix";
constexpr const char* kBody = "def total(rows):\n    return round(sum(rows))\n";

/// The record is written whole, behind spec and fix.
const std::string kRecordedLate = std::string("gate/work-before-gate ") + kRecord;

/// Says the same of that commit in each way of storing it, the first time that a case asks of a history.
void judge_stored_otherwise(const TidyRepository& repository, const std::string& below,
                            const std::string& head, int exit_code) {
    static std::string asked;
    const std::string history = repository.path().string() + below;
    if (asked == history) return;
    asked = history;
    for_each_variant(repository, {head}, [&](const std::string& name, const std::filesystem::path& folder) {
        CAPTURE(name);
        CHECK(check_revision(folder, head).exit_code == exit_code);
    });
}

/// Commits the record, checks that commit and takes it back.
Checked committed(const TidyRepository& repository, const DefectRecord& record,
                  const std::string& date = "2026-02-17T09:00:00Z") {
    repository.write(kRecord, record.text());
    const std::string before = repository.id_of("HEAD");
    const std::string head = repository.commit("Record", date);
    Checked checked = check_revision(repository.path());
    judge_stored_otherwise(repository, before, head, checked.exit_code);
    repository.git("reset", "--quiet", "--hard", before);
    return checked;
}

void expect_refused(const Checked& checked, const std::string& rule) {
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has(rule, kRecord));
}

/// Spec and fix are there, and the record is to be written anew.
TidyRepository& at_fix(TidyRepository& repository) {
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().fix);
    repository.remove(kRecord);
    repository.commit("Take the draft away", "2026-02-09T09:30:00Z");
    return repository;
}

void revert_fix(const TidyRepository& repository) {
    repository.git("revert", "--no-commit", repository.commits().fix);
    repository.commit("Take it back", "2026-02-10T09:00:00Z");
}

void file_record(const TidyRepository& repository) {
    repository.write(kRecord, repository.filed().text());
    repository.commit("Record", "2026-02-17T09:00:00Z");
}

/// Cites this as the fix.
Checked cite_fix(const TidyRepository& repository, const std::string& what) {
    DefectRecord record = repository.filed();
    record.item("I.1").evidence = "Fix in commit " + what;
    return committed(repository, record);
}

/// Spec and code in the order that the case asks for, from the start of the history; the dates of both can be
/// set.
struct Order {
    std::string spec, fix;
};

std::string commit_spec(const TidyRepository& repository, const std::string& date) {
    repository.write(kSpec, spec_text("1.1", "2026-02-06"));
    return repository.commit("Say when totals are rounded", date);
}

std::string commit_fix(const TidyRepository& repository, const std::string& date) {
    repository.write(kCode, kBody);
    return repository.commit("Round the sum", date);
}

/// Its fix changes tests and notes, too, and the record says so.
DefectRecord with_tests(DefectRecord record) {
    record.item("FS.1").evidence += "; tests/rounding.py and notes, too";
    record.item("I.4").evidence += "; tests/rounding.py: says so";
    return record;
}

TidyRepository& at_start(TidyRepository& repository) {
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().start);
    return repository;
}

std::string commit_object(const TidyRepository& repository, const std::string& head_lines,
                          const std::string& message) {
    return repository.write_object("commit", head_lines + "\n" + message + "\n");
}

const std::string kSigner = "PMO Lead <pmo-lead@example.org> 1772355600 +0000";

} // namespace

TEST_CASE("control: the record as it is") {
    TidyRepository repository;
    expect_passed(committed(at_fix(repository), repository.filed()));
    expect_passed(cite_fix(repository, repository.commits().fix.substr(0, 7)));
    expect_passed(cite_fix(repository, "`" + repository.commits().fix.substr(0, 12) + "`"));
}

TEST_CASE("id of a tree, blob, tag object") {
    TidyRepository repository;
    at_fix(repository);
    repository.git("tag", "--annotate", "--message", "Release", "v1", repository.commits().fix);
    for (const std::string name : {"HEAD^{tree}", "HEAD:README.md", "v1"}) {
        CAPTURE(name);
        const std::string id = repository.git("rev-parse", name);
        expect_refused(cite_fix(repository, id), kUnknown);
        expect_refused(cite_fix(repository, id.substr(0, 10)), kUnknown);
    }
}

TEST_CASE("dangling") {
    TidyRepository repository;
    at_fix(repository);
    const std::string tree = repository.id_of(repository.commits().start + "^{tree}");
    const std::string dangling =
        repository.git("commit-tree", tree, "-p", repository.commits().fix, "-m", "Lost");
    expect_refused(cite_fix(repository, dangling), kUnreachable);
    expect_refused(cite_fix(repository, "0123456789abcdef0123456789abcdef01234567"), kUnknown);
}

TEST_CASE("on an unmerged branch") {
    TidyRepository repository;
    at_fix(repository);
    repository.branch("side");
    repository.write(kCode, "def total(rows):\n    return int(sum(rows))\n");
    const std::string side = repository.commit("Another way");
    repository.checkout("work");
    expect_refused(cite_fix(repository, side), kUnreachable);
    expect_refused(cite_fix(repository, side.substr(0, 8)), kUnreachable);
}

TEST_CASE("a branch named like the abbreviation") {
    TidyRepository repository;
    at_fix(repository);
    for (const std::string kind : {"branch", "tag"}) {
        CAPTURE(kind);
        repository.git(kind, "abcdef0", repository.commits().fix);
        expect_refused(cite_fix(repository, "abcdef0"), kUnknown);
        // A ref with a real commit's digits that leads elsewhere changes nothing: the commit is meant.
        const std::string digits = repository.commits().fix.substr(0, 7);
        repository.git(kind, digits, repository.commits().start);
        expect_passed(cite_fix(repository, digits));
    }
}

TEST_CASE("`HEAD`, `:/fix`, a describe form, 3 and 41 digits") {
    TidyRepository repository;
    at_fix(repository);
    repository.git("tag", "--annotate", "--message", "Release", "v1.0", repository.commits().start);
    const std::string fix = repository.commits().fix;
    for (const std::string& what : {std::string("HEAD"), std::string(":/fix"), std::string("HEAD~1"),
                                    std::string("main"), std::string("work@{0}"), std::string("v1.0")}) {
        CAPTURE(what);
        expect_refused(cite_fix(repository, what), "fix/commit-missing");
    }
    for (const std::string& what : {fix.substr(0, 3), fix.substr(0, 6), fix + "0"}) {
        CAPTURE(what);
        const Checked checked = cite_fix(repository, what);
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
        CHECK((checked.has(kUnknown, kRecord) || checked.has("fix/commit-missing", kRecord)));
    }
    for (const std::string& what : {"v1.0-2-g" + fix.substr(0, 7), "V1.0-2-G" + fix.substr(0, 7)}) {
        CAPTURE(what);
        const Checked checked = cite_fix(repository, what);
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
        CHECK((checked.has(kUnknown, kRecord) || checked.has("fix/commit-missing", kRecord)));
    }
}

TEST_CASE("ambiguous between two commits") {
    TidyRepository repository;
    at_fix(repository);
    const std::string head_lines = "tree " + repository.write_object("tree", "") + "\nauthor " + kSigner +
                                   "\ncommitter " + kSigner + "\n";
    const std::string one = commit_object(repository, head_lines, "Note 3586");
    const std::string two = commit_object(repository, head_lines, "Note 27881");
    REQUIRE(one.substr(0, 7) == two.substr(0, 7));
    REQUIRE(one != two);
    const std::string tree = repository.id_of("HEAD^{tree}");
    const std::string merge =
        repository.git("commit-tree", tree, "-p", "HEAD", "-p", one, "-p", two, "-m", "Merge both notes");
    repository.git("reset", "--quiet", "--hard", merge);
    expect_refused(cite_fix(repository, one.substr(0, 7)), kUnknown);
    const Checked checked = cite_fix(repository, one.substr(0, 7));
    REQUIRE(checked.find(kUnknown, kRecord) != nullptr);
    CHECK(checked.find(kUnknown, kRecord)->message.find("2 commits") != std::string::npos);
}

TEST_CASE("spec after fix by ancestry and before it by date") {
    TidyRepository repository;
    at_start(repository);
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    const std::string spec = commit_spec(repository, "2026-02-05T09:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("spec taken back before the fix and written again after it") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.git("revert", "--no-edit", "HEAD");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    commit_spec(repository, "2026-02-09T10:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("a spec whose words are taken back before the fix, and the row of its version not") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write(kSpec, replaced(spec_text("1.1", "2026-02-06"),
                                     "The sum is rounded once, after the last row.", "Totals are rounded."));
    repository.commit("Take it back", "2026-02-07T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    commit_spec(repository, "2026-02-09T10:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("a spec that is not there when the fix is made") {
    TidyRepository repository;
    const auto refuse = [&](const std::string& absent, const auto& take_away) {
        CAPTURE(absent);
        at_start(repository);
        repository.remove(kSpec);
        repository.commit("No spec yet", "2026-02-03T09:00:00Z");
        const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
        take_away();
        repository.commit("Away with it", "2026-02-07T09:00:00Z");
        const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
        repository.git("checkout", "--quiet", spec, "--", kSpec);
        repository.commit("Put it back", "2026-02-09T10:00:00Z");
        expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
    };
    refuse("deleted", [&] { repository.remove(kSpec); });
    refuse("moved out of the specs", [&] {
        repository.remove(kSpec);
        repository.write("attic/rounding.md", spec_text("1.1", "2026-02-06"));
    });
    refuse("a link", [&] {
        repository.remove(kSpec);
        repository.link(kSpec, "nowhere.md");
    });
}

TEST_CASE("control: a spec that was moved among the specs between update and fix") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const std::string moved = "docs/specs/totals/rounding.md";
    repository.remove(kSpec);
    repository.write(moved, spec_text("1.1", "2026-02-06"));
    repository.commit("Move it", "2026-02-07T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    const Checked checked = committed(repository, filed_record(spec, fix));
    INFO(checked.summary());
    CHECK_FALSE(checked.has(kAfterFix, kRecord));
}

TEST_CASE("a spec commit that only moves the spec") {
    TidyRepository repository;
    at_start(repository);
    const std::string moved = "docs/specs/totals/rounding.md";
    const std::string text = repository.read(kSpec);
    repository.remove(kSpec);
    repository.write(moved, text);
    const std::string spec = repository.commit("Update spec", "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.write(moved, spec_text("1.1", "2026-02-10"));
    repository.commit("Write the spec at last", "2026-02-10T09:00:00Z");
    DefectRecord record = filed_record(spec, fix);
    record.item("T.1").evidence = moved + ", §2, v1.0";
    expect_refused(committed(repository, record), "spec/commit-unrelated");
}

/// The spec is away for a while; `gone` takes it away, and the text comes back as the update.
std::string bring_back(const TidyRepository& repository, const std::string& text,
                       const std::function<void()>& gone) {
    gone();
    repository.commit("Away with it", "2026-02-05T09:00:00Z");
    repository.write(kSpec, text);
    return repository.commit("Update spec", "2026-02-06T09:00:00Z");
}

TEST_CASE("a spec commit that brings the spec back as it was") {
    TidyRepository repository;
    const std::string old = spec_text("1.0", "2026-02-01");
    const auto refuse = [&](const std::string& text, const std::function<void()>& gone) {
        CAPTURE(text);
        at_start(repository);
        const std::string spec = bring_back(repository, text, gone);
        const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
        commit_spec(repository, "2026-02-10T09:00:00Z");
        expect_refused(committed(repository, filed_record(spec, fix)), "spec/commit-unrelated");
    };
    const auto deleted = [&] { repository.remove(kSpec); };
    refuse(old, deleted);
    refuse(old + "\n  \n", deleted);
    refuse(replaced(old, "**Last Updated:** 2026-02-01", "**Last Updated:** 2026-02-06"), deleted);
    refuse(old, [&] {
        repository.remove(kSpec);
        repository.write("attic/rounding.md", old + "\nKept for later.\n");
    });
    refuse(old, [&] {
        repository.remove(kSpec);
        repository.link(kSpec, "nowhere.md");
    });
}

TEST_CASE("a merge that brings the spec back as it was") {
    TidyRepository repository;
    at_start(repository);
    repository.write("notes/side.md", "# Side\n");
    const std::string side = repository.commit("Side", "2026-02-04T09:00:00Z");
    at_start(repository);
    repository.remove(kSpec);
    repository.commit("Away with it", "2026-02-05T09:00:00Z");
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", side);
    repository.write(kSpec, spec_text("1.0", "2026-02-01"));
    const std::string spec = repository.commit("Update spec", "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    commit_spec(repository, "2026-02-10T09:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), "spec/commit-unrelated");
}

TEST_CASE("control: a spec that was away, and comes back with what the fix needs") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec =
        bring_back(repository, spec_text("1.1", "2026-02-06"), [&] { repository.remove(kSpec); });
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    const Checked checked = committed(repository, filed_record(spec, fix));
    INFO(checked.summary());
    CHECK(checked.unverified.empty());
    CHECK_FALSE(checked.has("spec/commit-unrelated", kRecord));
    CHECK_FALSE(checked.has(kAfterFix, kRecord));
}

TEST_CASE("a spec commit that may bring the spec back, where the history ends before it was taken away") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec =
        bring_back(repository, spec_text("1.0", "2026-02-01"), [&] { repository.remove(kSpec); });
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.write(kRecord, filed_record(spec, fix).text());
    repository.commit("Record", "2026-02-17T09:00:00Z");
    const ScratchFolder outside;
    const auto clone = outside.path() / "clone";
    repository.git("clone", "--quiet", "--depth", "4", "--branch", "work",
                   "file://" + repository.path().string(), clone.string());
    const Checked checked = check_revision(clone);
    INFO(checked.summary());
    CHECK(checked.could_not_verify("what spec commit " + spec.substr(0, 10)));
}

TEST_CASE("where the tree of the fix is not there, nobody knows whether the spec was taken back") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.write(kRecord, filed_record(spec, fix).text());
    repository.commit("Record", "2026-02-17T09:00:00Z");
    const std::string tree = repository.id_of(fix + "^{tree}");
    std::filesystem::remove(repository.path() / ".git/objects" / tree.substr(0, 2) / tree.substr(2));
    const Checked checked = check_revision(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == 3);
    CHECK_FALSE(checked.has(kAfterFix, kRecord));
}

TEST_CASE("the assessment names a spec, and another one that the record cites is updated") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    const std::string other = repository.commit("Update spec", "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(other, fix);
    record.item("RC.2").evidence =
        std::string("Spec update required: yes, ") + kSpec + " leaves the order open";
    record.item("RC.3").evidence += std::string(", see ") + kContract;
    expect_refused(committed(repository, record), "spec/commit-unrelated");
}

TEST_CASE("an early fix that only the patch verification cites") {
    TidyRepository repository;
    at_start(repository);
    const std::string early = commit_fix(repository, "2026-02-05T09:00:00Z");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write(kCode, std::string(kBody) + "# once\n");
    const std::string late = repository.commit("Say so", "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(spec, late);
    record.item("I.4").evidence += ", which commit " + early + " did";
    expect_refused(committed(repository, record), kAfterFix);
}

TEST_CASE("control: the patch verification names the commit that brought the fault in") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kCode, "def total(rows):\n    return sum(round(r) for r in rows)\n");
    const std::string fault = repository.commit("Round early", "2026-01-20T09:00:00Z");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(spec, fix);
    record.item("I.4").evidence += "; it takes back what commit " + fault + " did";
    expect_passed(committed(repository, record), {kRecordedLate});
}

TEST_CASE("a fix that changes nothing but blank lines, modes or documents") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write(kCode, repository.read(kCode) + "\n\n");
    const std::string blank = repository.commit("Fix", "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(repository.commits().spec, blank)),
                   "fix/outside-scope");
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.git("update-index", "--chmod=+x", kCode);
    repository.git("commit", "--quiet", "--message", "Fix", "--date", "2026-02-09T09:00:00Z");
    const std::string mode = repository.id_of("HEAD");
    repository.git("checkout", "--quiet", "--", ".");
    const Checked checked = committed(repository, filed_record(repository.commits().spec, mode));
    INFO(checked.summary());
    CHECK(checked.has("fix/outside-scope", kRecord));
}

TEST_CASE("a file beyond the scope in the middle of a range that is cited by its ends") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write(kCode, "def total(rows):\n    return int(sum(rows))\n");
    const std::string first = repository.commit("Truncate", "2026-02-07T09:00:00Z");
    repository.write("src/payment/fees.py", "FEES = 0\n");
    repository.commit("And fees", "2026-02-08T09:00:00Z");
    const std::string last = commit_fix(repository, "2026-02-09T09:00:00Z");
    const DefectRecord record = filed_record(repository.commits().spec, first + ".." + last);
    expect_refused(committed(repository, record), "fix/outside-scope");
}

TEST_CASE("expected values, contract or its description that change and are said not to") {
    TidyRepository repository;
    for (const std::string& path :
         {std::string("tests/validation_data.py"), std::string(kOpenApi), std::string(kContract)}) {
        CAPTURE(path);
        repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
        const bool there = path != "tests/validation_data.py";
        repository.write(path, (there ? repository.read(path) : std::string()) + "\nx-total: 12\n");
        const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
        DefectRecord record = filed_record(repository.commits().spec, fix);
        record.item("FS.1").evidence += "; " + path + ", too";
        record.item("I.4").evidence += "; " + path + ": says so";
        expect_refused(committed(repository, record),
                       there ? "change/companion-missing" : "fix/expected-value");
    }
}

TEST_CASE("files that must change together and are only touched") {
    TidyRepository repository;
    at_fix(repository);
    const auto with = [&](const std::string& commit) {
        DefectRecord record = repository.filed();
        record.item("FS.4").evidence = "openapi.yaml update required, scoped for the same commit";
        record.item("I.3").evidence = "Both changed in commit " + commit;
        return committed(repository, record);
    };
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    repository.write(kOpenApi, repository.read(kOpenApi) + "\n");
    expect_refused(with(repository.commit("Contract", "2026-02-09T10:00:00Z")), "change/companion-missing");
    repository.write(kContract, repository.read(kContract) + "\nNor a unit.\n");
    repository.remove(kOpenApi);
    expect_refused(with(repository.commit("Contract", "2026-02-09T11:00:00Z")), "change/companion-missing");
}

TEST_CASE("a cited spec that is taken back, and another one of the same commit not") {
    TidyRepository repository;
    at_start(repository);
    const std::string before = repository.read(kSpec);
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write(kSpec, before);
    repository.commit("Take one back", "2026-02-07T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    commit_spec(repository, "2026-02-09T10:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("spec and fix in one commit") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kSpec, spec_text("1.1", "2026-02-06"));
    const std::string both = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(both, both)), kAfterFix);
}

TEST_CASE("a spec commit that touches no spec") {
    TidyRepository repository;
    at_start(repository);
    repository.write("notes/rounding.md", "# Rounding\n");
    const std::string note = repository.commit("Update spec", "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(note, fix)), "spec/commit-unrelated");
}

TEST_CASE("a spec commit that changes only blanks or the mode, or deletes the spec") {
    TidyRepository repository;
    const auto refuse = [&](const std::string& spec) {
        const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
        repository.write(kSpec, spec_text("1.1", "2026-02-06"));
        repository.commit("Write the spec at last", "2026-02-10T09:00:00Z");
        expect_refused(committed(repository, filed_record(spec, fix)), "spec/commit-unrelated");
    };
    at_start(repository);
    repository.write(kSpec, spec_text("1.0", "2026-02-01") + "  \n");
    refuse(repository.commit("Update spec", "2026-02-06T09:00:00Z"));
    at_start(repository);
    repository.git("update-index", "--chmod=+x", kSpec);
    repository.git("commit", "--quiet", "--message", "Update spec");
    repository.git("checkout", "--quiet", "--", ".");
    refuse(repository.id_of("HEAD"));
    at_start(repository);
    repository.remove(kSpec);
    refuse(repository.commit("Update spec", "2026-02-06T09:00:00Z"));
}

TEST_CASE("a spec commit that changes nothing that a reader sees") {
    TidyRepository repository;
    const std::string spec = spec_text("1.0", "2026-02-01");
    const auto dated = replaced(spec, "**Last Updated:** 2026-02-01", "**Last Updated:** 2026-02-06");
    for (const std::string& text :
         {spec + "\n<!-- the sum is rounded once -->\n", dated,
          spec + "\n[once]: https://example.org \"rounded once\"\n",
          replaced(spec, "A row is one amount.", "A *row* is one amount."),
          replaced(spec, "A row is one amount.", "A row is one amount.<span hidden> Rounded once.</span>"),
          replaced(spec, "A row is one amount.", "A row is one amount.<del> Rounded once.</del>"),
          replaced(spec, "## Change log\n", "## Change log\n\nNewest first.\n"),
          replaced(replaced(dated, "**Version:** 1.0", "**Version:** 1.1"), "| 1.0 | 2026-02-01",
                   "| 1.1 | 2026-02-06 | Says when it is rounded. |\n| 1.0 | 2026-02-01")}) {
        CAPTURE(text);
        at_start(repository);
        repository.write(kSpec, text);
        const std::string update = repository.commit("Update spec", "2026-02-06T09:00:00Z");
        const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
        expect_refused(committed(repository, filed_record(update, fix)), "spec/commit-unrelated");
    }
}

TEST_CASE("a spec commit whose spec is too deep to be read") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kSpec, spec_text("1.1", "2026-02-06") + "\n" + std::string(5000, '>') + " deep\n");
    const std::string spec = repository.commit("Say when totals are rounded", "2026-02-06T09:00:00Z");
    repository.write(kSpec, spec_text("1.1", "2026-02-06"));
    repository.commit("Take the quotes out", "2026-02-07T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    const Checked checked = committed(repository, filed_record(spec, fix));
    INFO(checked.summary());
    CHECK(checked.exit_code != 0);
    CHECK(checked.could_not_verify("what spec commit " + spec.substr(0, 10)));
}

TEST_CASE("a spec commit from before the record, while the update comes after the fix") {
    TidyRepository repository;
    at_start(repository);
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    commit_spec(repository, "2026-02-10T09:00:00Z");
    expect_refused(committed(repository, filed_record(repository.commits().start, fix)),
                   "spec/commit-unrelated");
}

TEST_CASE("an old spec commit, cited by the id of its copy on another branch") {
    TidyRepository repository;
    at_start(repository);
    const std::string old = commit_spec(repository, "2026-02-02T10:00:00Z");
    repository.branch("copy", repository.commits().start);
    repository.git("cherry-pick", old);
    repository.git("commit", "--quiet", "--amend", "--no-edit", "--message", "Copy");
    const std::string copy = repository.id_of("HEAD");
    repository.checkout("work");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(copy, fix)), "spec/commit-unrelated");
}

TEST_CASE("a record that cites no spec, and the commit of any spec") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    const std::string other = repository.commit("Update spec", "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(other, fix);
    record.item("T.1").evidence = "src/metrics/rounding.py, §2, v1.0";
    expect_refused(committed(repository, record), "spec/commit-unrelated");
}

TEST_CASE("a spec that the fix itself rewrites, while none was thought necessary") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kSpec, spec_text("1.1", "2026-02-09"));
    const std::string both = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(both, both);
    record.item("RC.2").evidence = "Spec update required: no, because the spec is clear";
    record.item("FS.2").evidence = "No spec update required — confirmed by Metrics Definitions Owner";
    record.item("I.4").evidence += "; docs/specs/metrics/rounding.md: names the order now";
    expect_refused(committed(repository, record), kAfterFix);
}

TEST_CASE("control: a fix without a spec, where none was thought necessary") {
    TidyRepository repository;
    at_start(repository);
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(fix, fix);
    record.item("RC.2").evidence = "Spec update required: no, because the spec is clear";
    record.item("FS.2").evidence = "No spec update required — confirmed by Metrics Definitions Owner";
    expect_passed(committed(repository, record), {kRecordedLate});
}

TEST_CASE("control: a spec commit of the day of the first sign-off") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-03T00:30:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_passed(committed(repository, filed_record(spec, fix)), {kRecordedLate});
}

TEST_CASE("a spec commit that is merged and left out") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("spec");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.checkout("work");
    repository.write("notes/other.md", "# Other\n");
    repository.commit("Notes", "2026-02-06T10:00:00Z");
    repository.git("merge", "--quiet", "--strategy", "ours", "--no-edit", "spec");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("the first commit of a range, and commits joined by a plus") {
    TidyRepository repository;
    at_start(repository);
    const std::string early = commit_fix(repository, "2026-02-05T09:00:00Z");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write(kCode, "def total(rows):\n    return int(sum(rows))\n");
    const std::string late = repository.commit("Truncate", "2026-02-07T09:00:00Z");
    for (const std::string& cited :
         {early + "^.." + late, late + "+" + early, "`" + late + "`+`" + early + "`"}) {
        CAPTURE(cited);
        expect_refused(committed(repository, filed_record(spec, cited)), kAfterFix);
    }
}

TEST_CASE("a fix in the middle of a range that is cited by its ends") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("side");
    commit_fix(repository, "2026-02-05T09:00:00Z");
    repository.checkout("work");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write("tests/rounding.py", "# rounds once\n");
    const std::string first = repository.commit("Tests", "2026-02-07T09:00:00Z");
    repository.merge("side", "2026-02-08T09:00:00Z");
    repository.write("tests/rounding.py", "# rounds once, after the last row\n");
    const std::string last = repository.commit("More tests", "2026-02-09T09:00:00Z");
    for (const std::string& cited :
         {first + ".." + last, first + "^.." + last, "`" + first + "`..`" + last + "`",
          "`" + first + "..." + last + "`", first + " to " + last, first + " – " + last, first + " → " + last,
          "from `" + first + "` through `" + last + "`", "between " + first + " and " + last}) {
        CAPTURE(cited);
        expect_refused(committed(repository, with_tests(filed_record(spec, cited))), kAfterFix);
    }
}

TEST_CASE("an early fix that changes a document as well, in the middle of a range") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("side");
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    commit_fix(repository, "2026-02-05T09:00:00Z");
    repository.checkout("work");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write("tests/rounding.py", "# rounds once\n");
    const std::string first = repository.commit("Tests", "2026-02-07T09:00:00Z");
    repository.merge("side", "2026-02-08T09:00:00Z");
    repository.write("tests/rounding.py", "# rounds once, after the last row\n");
    const std::string last = repository.commit("More tests", "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, with_tests(filed_record(spec, first + ".." + last))), kAfterFix);
}

TEST_CASE("control: a range of commits behind the spec") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write(kCode, "def total(rows):\n    return int(sum(rows))\n");
    const std::string first = repository.commit("Truncate", "2026-02-07T09:00:00Z");
    repository.write("notes/other.md", "# Other\n");
    repository.commit("Notes", "2026-02-07T10:00:00Z");
    const std::string last = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(spec, first + ".." + last);
    record.item("FS.1").evidence += "; notes/other.md, too";
    record.item("I.4").evidence += "; notes/other.md: says so";
    expect_passed(committed(repository, record), {kRecordedLate, kRecordedLate});
}

TEST_CASE("an early fix in a merge that a later merge brings in") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("fix");
    repository.write("notes/other.md", "# Other\n");
    repository.commit("Notes", "2026-02-03T09:00:00Z");
    repository.checkout("work");
    repository.write("notes/one.md", "# One\n");
    repository.commit("Notes", "2026-02-03T10:00:00Z");
    repository.checkout("fix");
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "work");
    commit_fix(repository, "2026-02-05T09:00:00Z"); // the merge holds what neither of its sides did
    repository.checkout("work");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.checkout("fix");
    repository.merge("work", "2026-02-07T09:00:00Z");
    repository.write("tests/rounding.py", "# rounds once\n");
    repository.commit("Tests", "2026-02-08T09:00:00Z");
    repository.checkout("work");
    const std::string merge = repository.merge("fix", "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, with_tests(filed_record(spec, merge))), kAfterFix);
}

TEST_CASE("an early fix in a merge that otherwise brings documents alone") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("fix");
    repository.checkout("work");
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    repository.commit("Contract", "2026-02-03T09:00:00Z");
    repository.checkout("fix");
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "work");
    commit_fix(repository, "2026-02-05T09:00:00Z"); // the merge holds what neither of its sides did
    repository.checkout("work");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.checkout("fix");
    repository.merge("work", "2026-02-07T09:00:00Z");
    repository.write("tests/rounding.py", "# rounds once\n");
    repository.commit("Tests", "2026-02-08T09:00:00Z");
    repository.checkout("work");
    const std::string merge = repository.merge("fix", "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, with_tests(filed_record(spec, merge))), kAfterFix);
}

TEST_CASE("an early fix whose abbreviation is all digits, behind another commit or in the wrong place") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kCode, kBody);
    repository.git("add", "--all");
    const std::string tree = repository.git("write-tree");
    std::string early;
    const auto is_letter = [](char digit) { return digit >= 'a'; };
    for (int number = 0; early.empty() || std::any_of(early.begin(), early.begin() + 7, is_letter); ++number)
        early = commit_object(repository,
                              "tree " + tree + "\nparent " + repository.id_of("HEAD") + "\nauthor " +
                                  kSigner + "\ncommitter " + kSigner + "\n",
                              "Round the sum " + std::to_string(number));
    repository.git("reset", "--quiet", "--hard", early);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write(kCode, "def total(rows):\n    return int(sum(rows))\n");
    const std::string late = repository.commit("Truncate", "2026-02-07T09:00:00Z");
    expect_refused(
        committed(repository, filed_record(spec, late + " (tests), `" + early.substr(0, 7) + "` (code)")),
        kAfterFix);
    DefectRecord nested = filed_record(spec, late);
    nested.item("I.1").evidence += "\n  - Evidence: commit " + early;
    expect_refused(committed(repository, nested), kAfterFix);
    // Alone it is what the item asks for.
    expect_refused(committed(repository, filed_record(spec, "")), "fix/commit-missing");
    DefectRecord alone = filed_record(spec, "");
    alone.item("I.1").evidence = "`" + early.substr(0, 7) + "`";
    const Checked checked = committed(repository, alone);
    expect_refused(checked, kAfterFix);
    CHECK_FALSE(checked.has("fix/commit-missing", kRecord));
}

TEST_CASE("a spec commit that touches another spec") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    const std::string other = repository.commit("Update spec", "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(other, fix)), "spec/commit-unrelated");
}

TEST_CASE("contract and openapi apart") {
    TidyRepository repository;
    at_fix(repository);
    const auto change = [&](bool contract, bool openapi) {
        if (contract) repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
        if (openapi) repository.write(kOpenApi, repository.read(kOpenApi) + "x-sign: none\n");
        return repository.commit("Contract", "2026-02-09T10:00:00Z");
    };
    const auto with = [&](const std::string& commits) {
        DefectRecord record = repository.filed();
        record.item("FS.4").evidence = "openapi.yaml update required, scoped for the same commit";
        record.item("I.3").evidence = "Both changed in commit " + commits;
        return committed(repository, record);
    };
    const std::string contract = change(true, false);
    const std::string openapi = change(false, true);
    expect_refused(with(contract), "change/companion-missing");
    expect_refused(with(openapi), "change/companion-missing");
    expect_refused(with(contract + " and " + openapi), "change/companion-missing");
    const std::string both = change(true, true);
    expect_passed(with(both));
}

TEST_CASE("two author lines") {
    TidyRepository repository;
    at_fix(repository);
    const std::string forged = commit_object(
        repository,
        "tree " + repository.id_of("HEAD^{tree}") + "\nparent " + repository.commits().fix + "\nauthor " +
            kSigner + "\nauthor Somebody <else@example.org> 1772355600 +0000\ncommitter " + kSigner + "\n",
        "Two authors");
    repository.git("update-ref", "refs/heads/work", forged);
    repository.write(kRecord, repository.filed().text());
    repository.git("add", "--all");
    const std::string head =
        repository.git("commit-tree", repository.git("write-tree"), "-p", forged, "-m", "Record");
    for (const Checked& checked :
         {check_revision(repository.path(), head),
          check_range(repository.path(), repository.commits().fix, head), audit(repository.path(), head),
          check_revision(repository.path(), forged)}) {
        INFO(checked.summary());
        CHECK(checked.exit_code == 3);
        CHECK(checked.could_not_verify(forged.substr(0, 7)));
    }
}

TEST_CASE("year 2100, zone +9999") {
    TidyRepository repository;
    SUBCASE("a late fix with a date before its spec's") {
        at_start(repository);
        const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
        const std::string spec = commit_spec(repository, "@4102444800 +0000");
        expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
    }
    SUBCASE("an honest order with odd dates") {
        at_start(repository);
        const std::string spec = commit_spec(repository, "@4102444800 +9999");
        const std::string fix = commit_fix(repository, "@100000 -9999");
        const Checked checked = committed(repository, filed_record(spec, fix));
        INFO(checked.summary());
        CHECK(!checked.has(kAfterFix, kRecord));
        CHECK(checked.exit_code != 3);
    }
    SUBCASE("a commit of the year 2100 does not make a date of 2099 a past one") {
        at_fix(repository);
        DefectRecord record = repository.filed();
        record.item("V.3").validation = "Pass — PMO Lead, 2099-06-01";
        expect_refused(committed(repository, record, "@4102444800 +0000"), "gate/date-order");
    }
    SUBCASE("a zone of four days does not make next week today") {
        at_fix(repository);
        DefectRecord record = repository.filed();
        record.item("V.3").validation = "Pass — PMO Lead, 2026-02-20";
        expect_refused(committed(repository, record, "@1771318800 +9999"), "gate/date-order");
    }
}

TEST_CASE("control: spec an ancestor across a merge") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("spec");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.checkout("work");
    repository.write("notes/other.md", "# Other\n");
    repository.commit("Notes", "2026-02-07T09:00:00Z");
    repository.merge("spec", "2026-02-05T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-04T09:00:00Z");
    expect_passed(committed(repository, filed_record(spec, fix)), {kRecordedLate});
}

TEST_CASE("control: a squash that landed the same patch") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.branch("topic");
    repository.write(kCode, "def total(rows):\n    return sum(rows)\n");
    repository.commit("First try");
    const std::string topic = commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.checkout("work");
    repository.write("notes/other.md", "# Other\n");
    repository.commit("Notes", "2026-02-08T09:00:00Z");
    repository.git("merge", "--quiet", "--squash", "topic");
    const std::string landed = repository.commit("Round the sum (squashed)", "2026-02-10T09:00:00Z");
    const Checked checked = committed(repository, filed_record(repository.commits().spec, topic));
    expect_passed(checked, {std::string(kUnreachable) + " " + kRecord, kRecordedLate});
    const Found* found = checked.find(kUnreachable, kRecord);
    REQUIRE(found != nullptr);
    CHECK(found->introduced_by == landed);
    CHECK(found->message.find(landed.substr(0, 7)) != std::string::npos);
}

TEST_CASE("control: a rebase that landed the same patch") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.branch("topic");
    const std::string topic = commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.checkout("work");
    repository.write("notes/other.md", "# Other\n");
    repository.commit("Notes", "2026-02-08T09:00:00Z");
    repository.git("cherry-pick", "topic");
    expect_passed(committed(repository, filed_record(repository.commits().spec, topic)),
                  {std::string(kUnreachable) + " " + kRecord, kRecordedLate});
}

// --- the fix before its gate

namespace {

constexpr const char* kBeforeGate = "gate/work-before-gate";

/// The record when its scope is still open: the last item of its gate waits.
std::string open_scope(const TidyRepository& repository) {
    DefectRecord record = scoped_record(repository.commits().spec);
    record.state = "FIX_SCOPE";
    record.log = replaced(record.log, "| FIX_SCOPE | IMPLEMENTATION | 2026-02-07 | FS |\n", "");
    for (const char* id : {"FS.1", "FS.2", "FS.3", "FS.4"}) record.item(id).body = "- Evidence: pending\n";
    return record.text();
}

/// On `work`: the spec, and the record with an open scope.
void at_open_scope(const TidyRepository& repository) {
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write(kRecord, open_scope(repository));
    repository.commit("Record defect 104", "2026-02-06T10:00:00Z");
}

void lock_scope(const TidyRepository& repository, const std::string& date) {
    repository.write(kRecord, scoped_record(repository.commits().spec).text());
    repository.commit("Lock the scope", date);
}

/// The audit of the record in verification, with this fix.
Checked audited(const TidyRepository& repository, const std::string& fix) {
    repository.write(kRecord, active_record(repository.commits().spec, fix).text());
    repository.commit("Verify defect 104", "2026-02-11T09:00:00Z");
    return audit(repository.path());
}

} // namespace

TEST_CASE("a fix before its gate, whatever its date says") {
    const TidyRepository repository;
    at_open_scope(repository);
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    lock_scope(repository, "2026-02-07T09:00:00Z");
    expect_refused(audited(repository, fix), kBeforeGate);
}

TEST_CASE("a fix before its gate, cited by the merge that brought it in") {
    const TidyRepository repository;
    at_open_scope(repository);
    repository.branch("fix");
    commit_fix(repository, "2026-02-06T12:00:00Z");
    lock_scope(repository, "2026-02-07T09:00:00Z");
    repository.checkout("work");
    expect_refused(audited(repository, repository.merge("fix", "2026-02-10T09:00:00Z")), kBeforeGate);
}

TEST_CASE("the record goes on on main while the fix is made on a branch") {
    const TidyRepository repository;
    at_open_scope(repository);
    repository.branch("fix");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.checkout("work");
    bool late = false;
    SUBCASE("in time") {
        lock_scope(repository, "2026-02-07T09:00:00Z");
    }
    SUBCASE("too late, as far as the clocks tell") {
        late = true;
        lock_scope(repository, "2026-02-09T12:00:00Z");
    }
    repository.merge("fix", "2026-02-10T09:00:00Z");
    expect_passed(audited(repository, fix),
                  late ? std::vector<std::string>{kRecordedLate} : std::vector<std::string>{});
}

// --- further attacks

TEST_CASE("a squash that landed something else") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.branch("topic");
    const std::string topic = commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.checkout("work");
    repository.git("merge", "--quiet", "--squash", "topic");
    repository.write(kCode, "def total(rows):\n    return round(sum(rows)) + 0\n");
    repository.commit("Round the sum (squashed)", "2026-02-10T09:00:00Z");
    expect_refused(committed(repository, filed_record(repository.commits().spec, topic)), kUnreachable);
}

TEST_CASE("spec and fix on two lines of history that a merge joins") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("spec");
    const std::string spec = commit_spec(repository, "2026-02-05T09:00:00Z");
    repository.checkout("work");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.merge("spec", "2026-02-10T09:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("one of two fix commits comes before the spec") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kCode, "def total(rows):\n    return sum(rows)\n");
    const std::string early = repository.commit("First half", "2026-02-04T09:00:00Z");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(spec, fix);
    record.item("I.1").evidence = "Fix in commits " + early + " and " + fix;
    expect_refused(committed(repository, record), kAfterFix);
}

TEST_CASE("a spec update is declared necessary and waived all the same") {
    TidyRepository repository;
    at_fix(repository);
    DefectRecord record = repository.filed();
    record.item("FS.2").evidence = "No spec update required — confirmed by Metrics Definitions Owner";
    expect_refused(committed(repository, record), "spec/commit-missing");
}

TEST_CASE("a fix that changes more than its scope") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write("src/metrics/export.py", "def export(): pass\n");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(repository.commits().spec, fix)), "fix/outside-scope");
}

TEST_CASE("a scope that names a file in order to leave it alone") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write("src/payment/gateway.py", "def pay(): pass\n");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    for (const char* denial :
         {"; src/payment/gateway.py must not be touched", "; src/payment/gateway.py stays unchanged",
          "; out of scope: src/payment/gateway.py", "; everything else except src/payment/gateway.py"}) {
        CAPTURE(denial);
        DefectRecord record = filed_record(repository.commits().spec, fix);
        record.item("FS.1").evidence += denial;
        record.item("I.4").evidence += "; src/payment/gateway.py: pays";
        expect_refused(committed(repository, record), "fix/outside-scope");
    }
    DefectRecord record = filed_record(repository.commits().spec, fix);
    record.item("FS.1").evidence += "; src/payment/gateway.py, so that the totals stay unchanged";
    record.item("I.4").evidence += "; src/payment/gateway.py: pays";
    CHECK(!committed(repository, record).has("fix/outside-scope", kRecord));
}

TEST_CASE("a file of the same name below another folder") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write("legacy/src/metrics/rounding.py", "def total(rows): pass\n");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(repository.commits().spec, fix)), "fix/outside-scope");
}

TEST_CASE("a scope that grows after the fix, in a section to which the item refers") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().scoped);
    const std::string section = "\n## Agreed fix scope\n\nOnly `src/metrics/rounding.py`.\n";
    DefectRecord record = scoped_record(repository.commits().spec);
    record.item("FS.1").evidence = "As the section \"Agreed fix scope\" says";
    record.extra = section;
    repository.write(kRecord, record.text());
    const std::string before = repository.commit("Scope", "2026-02-08T09:00:00Z");
    record.extra = section + "And `src/payment/gateway.py`.\n";
    repository.write(kRecord, record.text());
    repository.commit("More scope", "2026-02-10T09:00:00Z");
    expect_refused(check_range(repository.path(), before, "HEAD"), "gate/signoff-stale");
}

TEST_CASE("one owner's date that would make an old commit the update of the spec") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-01-20T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    for (const char* id : {"T.3", "FS.1", "V.4"}) {
        CAPTURE(id);
        DefectRecord record = filed_record(spec, fix);
        record.item(id).owner.replace(record.item(id).owner.size() - 10, 10, "2026-01-10");
        expect_refused(committed(repository, record), "spec/commit-unrelated");
    }
}

TEST_CASE("an old update of the spec, cited by the merge that took it along") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("old");
    repository.checkout("work");
    commit_spec(repository, "2026-01-20T09:00:00Z");
    repository.checkout("old");
    repository.write("notes/old.md", "# Old\n");
    repository.commit("Notes", "2026-02-06T09:00:00Z");
    const std::string merge = repository.merge("work", "2026-02-06T10:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(merge, fix)), "spec/commit-unrelated");
}

TEST_CASE("a merge that smuggles the fix in is judged by what it brings") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.branch("topic");
    repository.write("src/metrics/export.py", "def export(): pass\n");
    commit_fix(repository, "2026-02-09T09:00:00Z");
    repository.checkout("work");
    repository.write("notes/other.md", "# Other\n");
    repository.commit("Notes", "2026-02-08T09:00:00Z");
    const std::string merge = repository.merge("topic", "2026-02-10T09:00:00Z");
    expect_refused(committed(repository, filed_record(repository.commits().spec, merge)),
                   "fix/outside-scope");
}

TEST_CASE("a commit that exists only in the future of the record's own history") {
    TidyRepository repository;
    at_fix(repository);
    repository.branch("later");
    repository.write("notes/later.md", "# Later\n");
    const std::string later = repository.commit("Later");
    repository.checkout("work");
    const Checked before = cite_fix(repository, later);
    expect_refused(before, kUnreachable);
}

TEST_CASE("a replace ref makes a forged commit look like the fix") {
    TidyRepository repository;
    at_start(repository);
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    const std::string spec = commit_spec(repository, "2026-02-05T09:00:00Z");
    const std::string tree = repository.id_of(fix + "^{tree}");
    const std::string forged = repository.git("commit-tree", tree, "-p", spec, "-m", "Round the sum");
    repository.git("replace", fix, forged);
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("a graft and a commit-graph do not change the order") {
    TidyRepository repository;
    at_start(repository);
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    const std::string spec = commit_spec(repository, "2026-02-05T09:00:00Z");
    repository.git("commit-graph", "write", "--reachable");
    repository.write(".git/info/grafts",
                     fix + " " + spec + "\n" + spec + " " + repository.commits().start + "\n");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("a citation in capital digits, in a link, split over two lines") {
    TidyRepository repository;
    at_fix(repository);
    std::string capitals = repository.commits().start;
    for (char& digit : capitals) digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
    const std::string gone = "0123456789abcdef0123456789abcdef01234567";
    for (const std::string& what : {"[" + gone + "](https://example.org/" + gone + ")", "`" + gone + "`",
                                    "**" + gone + "**", gone.substr(0, 20) + "\n  " + gone.substr(20)}) {
        CAPTURE(what);
        const Checked checked = cite_fix(repository, what);
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
    }
}

TEST_CASE("the decision stands twice, and the second one needs the spec") {
    TidyRepository repository;
    at_fix(repository);
    DefectRecord record = repository.filed();
    record.item("FS.2").evidence = "No spec update required — confirmed by Metrics Definitions Owner";
    SignedItem again = record.item("RC.2");
    SignedItem& first = record.item("RC.2");
    first.evidence = "No spec update required: the spec is clear";
    const std::string signed_off =
        "- Owner confirmation: " + again.owner + "\n- PMO validation: " + again.validation + "\n";
    first.body = "- Evidence: " + first.evidence + "\n" + signed_off + "\n**Gate RC.2 — " + again.title +
                 "**\n\n- Evidence: " + again.evidence + "\n" + signed_off;
    expect_refused(committed(repository, record), "spec/commit-missing");
}

TEST_CASE("the evidence of a verification says that something failed") {
    const auto verified_by = [](const std::string& evidence) {
        TidyRepository repository;
        DefectRecord record = at_fix(repository).filed();
        record.item("V.3").evidence = evidence;
        return committed(repository, record);
    };
    for (const std::string evidence :
         {"All passed: quarterly report and export, cases 12 to 18\n  - Test case 14: FAIL",
          "All passed: quarterly report and export, cases 12 to 18\n  - test case 14 ❌",
          "Quarterly report passed; the export did not pass", "Quarterly report PASS, export FAIL"}) {
        CAPTURE(evidence);
        expect_refused(verified_by(evidence), "gate/evidence-kind");
    }
    expect_passed(
        verified_by("All passed: quarterly report and export\n  - Test cases 12 to 18: none failed\n"
                    "  - Test case 14: failed before the fix, passes now"));
}

TEST_CASE("the decision says no, and in a block of its own yes") {
    const std::string no = "Spec update required: no, because the spec gives the order of rounding already";
    const auto decided = [&](const std::string& evidence) {
        TidyRepository repository;
        at_start(repository);
        DefectRecord record = filed_record("", commit_fix(repository, "2026-02-09T09:00:00Z"));
        record.item("RC.2").evidence = evidence;
        record.item("FS.2").evidence = "No spec update required — confirmed by Metrics Definitions Owner";
        return committed(repository, record);
    };
    for (const std::string further :
         {"\n  - Spec update required: yes", "\n\n  Spec update required: yes.",
          "  \n  Spec update required: yes.", "<br>Spec update required: yes.",
          "\n\n  | Question | Answer |\n  |---|---|\n"
          "  | Spec update required | yes |\n",
          "\n\n      Spec update required: yes\n", "\n\n  <p>Spec update required: yes</p>\n",
          ".\n  - [x] Spec update required"}) {
        CAPTURE(further);
        expect_refused(decided(no + further), "gate/evidence-kind");
    }
    expect_passed(decided(no), {kRecordedLate});
    expect_passed(decided(no + "\n  - Reason: the order of rounding is in section 2"), {kRecordedLate});
    expect_passed(decided(no + "\n  - [x] No spec update required"), {kRecordedLate});
}

TEST_CASE("a section of the scope that names a file in order to leave it alone") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write("src/payment/gateway.py", "def pay(): pass\n");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    const auto scoped_by = [&](const std::string& further) {
        DefectRecord record = filed_record(repository.commits().spec, fix);
        record.item("FS.1").evidence =
            "The section \"Fix scope\": src/metrics/rounding.py rounds the sum once";
        record.item("I.4").evidence += "; src/payment/gateway.py: pays";
        record.extra = "## Fix scope\n\n- src/metrics/rounding.py: rounds the sum once\n" + further;
        return committed(repository, record);
    };
    for (const std::string further :
         {"\n### Out of scope\n\n- src/payment/gateway.py\n",
          "\n### Not to be changed\n\n- src/payment/gateway.py\n", "- not src/payment/gateway.py\n"}) {
        CAPTURE(further);
        expect_refused(scoped_by(further), "fix/outside-scope");
    }
    CHECK(!scoped_by("- src/payment/gateway.py: pays\n").has("fix/outside-scope", kRecord));
    CHECK(!scoped_by("\n### Payment\n\n- src/payment/gateway.py: pays\n").has("fix/outside-scope", kRecord));
}

TEST_CASE("an early fix that is cited as a host or git writes it") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kCode, kBody);
    const std::string early = repository.commit("Round the sum", "2026-02-03T09:00:00Z").substr(0, 10);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.write(kCode, "def total(rows):\n    return int(sum(rows))\n");
    const std::string late = repository.commit("Truncate", "2026-02-07T09:00:00Z");
    for (const std::string& cited : {"team/reports@" + early, "@" + early, "v1.0-3-g" + early}) {
        CAPTURE(cited);
        expect_refused(committed(repository, filed_record(spec, late + " and " + cited)), kAfterFix);
    }
    std::string capitals = early;
    for (char& digit : capitals) digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
    const std::string address = "https://host.example/team/reports/commit/" + early;
    for (const std::string& cited : {capitals, early.substr(0, 6), "[the first part](" + address + ")",
                                     "[the first part][1]\n\n  [1]: " + address}) {
        CAPTURE(cited);
        DefectRecord record = filed_record(spec, late);
        record.item("I.4").evidence += "; looked through with " + cited;
        expect_refused(committed(repository, record), kAfterFix);
    }
    CHECK(!committed(repository, filed_record(spec, late + " is v1.0-3-g" + late.substr(0, 10)))
               .has(kAfterFix, kRecord));
}

TEST_CASE("a spec that is named for what does not change is not the one that the record cites") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    const std::string other = repository.commit("Update spec", "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    commit_spec(repository, "2026-02-10T09:00:00Z");
    DefectRecord record = filed_record(other, fix);
    record.item("FS.4").evidence =
        "No API contract change (" + std::string(kContract) + ") — confirmed by API Contracts Owner";
    record.item("RC.3").evidence =
        "The quarterly report and its export use the same sum, not " + std::string(kContract);
    expect_refused(committed(repository, record), "spec/commit-unrelated");
}

TEST_CASE("one of the two specs that the assessment names is updated") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(spec, fix);
    record.item("RC.2").evidence = "Spec update required: yes, because " + std::string(kSpec) + " and " +
                                   kContract + " leave the order of rounding open";
    const Checked checked = committed(repository, record);
    INFO(checked.summary());
    CHECK(checked.has("spec/commit-unrelated", kRecord));
    CHECK(checked.exit_code == 0); // one of them may be named for the reason only
}

TEST_CASE("an update of the spec that says what is still to come") {
    for (const std::string line :
         {"Rounding: TBD.", "TODO: say when it is rounded.", "To be decided when the sum is rounded.",
          "{to be written by the owner}"}) {
        CAPTURE(line);
        TidyRepository repository;
        at_start(repository);
        repository.write(kSpec, replaced(spec_text("1.1", "2026-02-06"),
                                         "The sum is rounded once, after the last row.", line));
        const std::string spec = repository.commit("Update spec", "2026-02-06T09:00:00Z");
        const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
        expect_refused(committed(repository, filed_record(spec, fix)), "spec/commit-unrelated");
    }
}

TEST_CASE("control: an update of the spec beside a word for what is still to come") {
    TidyRepository repository;
    at_start(repository);
    repository.write(kSpec, replaced(spec_text("1.1", "2026-02-06"), "## Change log",
                                     "## 3. Other sums\n\nTo be decided.\n\n## Change log"));
    const std::string spec = repository.commit("Update spec", "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    const Checked checked = committed(repository, filed_record(spec, fix));
    INFO(checked.summary());
    CHECK_FALSE(checked.has("spec/commit-unrelated", kRecord));
}

TEST_CASE("control: the spec's commit is named beside the fix") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(spec, fix);
    record.item("I.1").evidence = "Fix commit " + fix + " (spec commit: " + spec + ")";
    const Checked checked = committed(repository, record);
    INFO(checked.summary());
    CHECK(checked.exit_code == 0);
    CHECK_FALSE(checked.has("spec/after-fix", kRecord));
}

TEST_CASE("a fix that is reverted before it is verified, in one commit or with others that undo each other") {
    TidyRepository repository;
    revert_fix(at_fix(repository));
    expect_refused(committed(repository, repository.filed()), "fix/undone");
    const std::string reverted = repository.id_of("HEAD");
    DefectRecord both = repository.filed();
    both.item("I.1").evidence = "Commits " + repository.commits().fix + " and " + reverted;
    expect_refused(committed(repository, both), "fix/undone");
    repository.write(kRecord, repository.filed().text());
    const Checked uncommitted = check_worktree(repository.path());
    expect_refused(uncommitted, "fix/undone");
}

TEST_CASE("a reverted fix stays found when the record is touched again") {
    TidyRepository repository;
    revert_fix(at_fix(repository));
    file_record(repository);
    repository.write("notes/later.md", "Later.\n");
    repository.commit("Something else", "2026-02-18T09:00:00Z");
    const Checked audited = audit(repository.path());
    INFO(audited.summary());
    CHECK(audited.has("fix/undone", kRecord));
}

TEST_CASE("control: a fix that is changed again before it is verified, or reverted afterwards") {
    TidyRepository repository;
    at_fix(repository);
    repository.write(kCode, std::string(kBody) + "\n\ndef count(rows):\n    return len(rows)\n");
    repository.commit("Count, too", "2026-02-10T09:00:00Z");
    const Checked changed = committed(repository, repository.filed());
    INFO(changed.summary());
    CHECK_FALSE(changed.has("fix/undone", kRecord));
    file_record(repository);
    repository.git("checkout", "--quiet", repository.commits().start, "--", kCode);
    repository.commit("Start anew", "2026-03-17T09:00:00Z");
    const Checked audited = audit(repository.path());
    INFO(audited.summary());
    CHECK_FALSE(audited.has("fix/undone", kRecord));
}

TEST_CASE("control: a specification that is moved after the record was filed") {
    TidyRepository repository;
    at_fix(repository);
    file_record(repository);
    repository.git("mv", kSpec, "docs/specs/metrics/rounding-of-totals.md");
    repository.commit("Another name", "2026-03-17T09:00:00Z");
    const Checked audited = audit(repository.path());
    INFO(audited.summary());
    CHECK_FALSE(audited.has("spec/commit-unrelated", kRecord));
    CHECK_FALSE(audited.has("gate/evidence-kind", kRecord));
}

// --- how a fix came to the line that is judged

namespace {

constexpr const char* kOldBody = "def total(rows):\n    return sum(round(row) for row in rows)\n";
constexpr const char* kUndone = "fix/undone";
constexpr const char* kOutside = "fix/outside-scope";
constexpr const char* kValues = "tests/validation_data.py";

/// Other work changes the first line, far from what the fix changes.
std::string limited(int limit, const std::string& body) {
    return "LIMIT = " + std::to_string(limit) + "\n\n\n\n\n\n" + body;
}

std::string commit_code(const TidyRepository& repository, const std::string& code, const std::string& message,
                        const std::string& date) {
    repository.write(kCode, code);
    return repository.commit(message, date);
}

/// The start of a history whose code holds something else, too.
TidyRepository& at_limit(TidyRepository& repository) {
    at_start(repository);
    commit_code(repository, limited(10, kOldBody), "Limit", "2026-02-03T09:00:00Z");
    return repository;
}

std::string merge_saying(const TidyRepository& repository, const std::string& message,
                         const std::string& branch, const std::string& date) {
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", branch);
    return repository.commit_staged(message, date);
}

void expect_without(const Checked& checked, const std::string& rule) {
    INFO(checked.summary());
    CHECK_FALSE(checked.has(rule, kRecord));
    CHECK(checked.unverified.empty());
}

} // namespace

TEST_CASE("an early fix that took the main line along, cited by that merge") {
    TidyRepository repository;
    at_limit(repository);
    repository.branch("fix");
    const std::string early =
        commit_code(repository, limited(10, kBody), "Round the sum", "2026-02-04T09:00:00Z");
    repository.checkout("work");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const auto merge_is_refused = [&](const std::string& message) {
        CAPTURE(message);
        repository.checkout("fix");
        repository.git("reset", "--quiet", "--hard", early);
        const std::string merge = merge_saying(repository, message, "work", "2026-02-09T09:00:00Z");
        expect_refused(committed(repository, filed_record(spec, merge)), kAfterFix);
    };
    merge_is_refused("Up to date");
    repository.checkout("work");
    commit_code(repository, limited(12, kOldBody), "Raise the limit", "2026-02-08T09:00:00Z");
    for (const char* message : {"Merge branch 'main' of server", "Merge branch 'main' into fix",
                                "Merge remote-tracking branch 'origin/main' into fix",
                                "Merge branch 'fix' of git@example.org:totals into fix"})
        merge_is_refused(message);
}

TEST_CASE("control: the merge of a fix is cited, and the main line changed the same file") {
    TidyRepository repository;
    at_limit(repository);
    repository.branch("fix");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    commit_code(repository, limited(10, kBody), "Round the sum", "2026-02-08T09:00:00Z");
    repository.checkout("work");
    const std::string other =
        commit_code(repository, limited(12, kOldBody), "Raise the limit", "2026-02-07T09:00:00Z");
    for (const char* message :
         {"Merge branch 'fix'", "Merge pull request #4 from team/fix", "Merge branch 'fix' into 'main'",
          "Merge branch 'fix' of git@example.org:totals", "Merge branch 'main' into release-1.2"}) {
        CAPTURE(message);
        repository.git("reset", "--quiet", "--hard", other);
        const std::string merge = merge_saying(repository, message, "fix", "2026-02-09T09:00:00Z");
        expect_without(committed(repository, filed_record(spec, merge)), kAfterFix);
    }
}

TEST_CASE("control: expected values and a contract that are due change with the fix") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write(kValues, "EXPECTED_TOTAL = 4\n");
    repository.write(kContract, repository.read(kContract) + "\nIt has no sign.\n");
    repository.write(kOpenApi, repository.read(kOpenApi) + "x-sign: none\n");
    const std::string fix = commit_fix(repository, "2026-02-09T09:00:00Z");
    DefectRecord record = filed_record(repository.commits().spec, fix);
    record.item("FS.3").evidence =
        "New expected value 4, calculated by hand: 1.4 + 1.4 + 1.4 = 4.2, rounded once to 4";
    record.item("FS.4").evidence = "openapi.yaml update required, scoped for the same commit";
    expect_without(committed(repository, record), kOutside);
    DefectRecord without_values = record;
    without_values.item("FS.3").evidence = repository.filed().item("FS.3").evidence;
    expect_refused(committed(repository, without_values), kOutside);
    DefectRecord without_contract = record;
    without_contract.item("FS.4").evidence = repository.filed().item("FS.4").evidence;
    expect_refused(committed(repository, without_contract), kOutside);
}

TEST_CASE("a fix that changes nothing but the expected values that are due, or more than them") {
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write(kValues, "EXPECTED_TOTAL = 4\n");
    const auto cited = [&](const std::string& fix) {
        DefectRecord record = filed_record(repository.commits().spec, fix);
        record.item("FS.3").evidence = "New expected value 4 in " + std::string(kValues) +
                                       ", calculated by hand from " + kSpec +
                                       ": 1.4 + 1.4 + 1.4 = 4.2, rounded once to 4";
        return committed(repository, record);
    };
    expect_refused(cited(repository.commit("Values", "2026-02-09T09:00:00Z")), kOutside);
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write(kValues, "EXPECTED_TOTAL = 4\n");
    repository.write("src/payment/fees.py", "FEES = 0\n");
    expect_refused(cited(commit_fix(repository, "2026-02-09T09:00:00Z")), kOutside);
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    repository.write(kSpec, repository.read(kSpec) + "\nNo total has a sign.\n");
    expect_refused(cited(commit_fix(repository, "2026-02-09T09:00:00Z")), kOutside);
}

TEST_CASE("a fix that is taken back beside other work on its file") {
    TidyRepository repository;
    at_limit(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const std::string fix =
        commit_code(repository, limited(10, kBody), "Round the sum", "2026-02-09T09:00:00Z");
    SUBCASE("by a revert") {
        commit_code(repository, limited(12, kBody), "Raise the limit", "2026-02-09T11:00:00Z");
        repository.git("revert", "--no-commit", fix);
        repository.commit("Take it back", "2026-02-10T09:00:00Z");
        commit_code(repository, limited(14, kOldBody), "Raise it again", "2026-02-10T11:00:00Z");
    }
    SUBCASE("where a merge is settled for the other side") {
        repository.branch("release", fix + "~1");
        commit_code(repository, limited(12, std::string(kOldBody) + "\n\nRELEASED = True\n"), "Release",
                    "2026-02-09T11:00:00Z");
        repository.checkout("work");
        repository.git("merge", "--quiet", "--no-ff", "--no-commit", "-Xtheirs", "release");
        repository.commit("Merge release", "2026-02-10T09:00:00Z");
    }
    expect_refused(committed(repository, filed_record(spec, fix)), kUndone);
}

TEST_CASE("control: a fix whose lines go, and something comes in their place") {
    TidyRepository repository;
    at_limit(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    const std::string guard = "def total(rows):\n    if not rows:\n        raise ValueError\n"
                              "    return sum(round(row) for row in rows)\n";
    std::string fix;
    SUBCASE("otherwise in one commit") {
        fix = commit_code(repository, limited(10, kBody), "Round the sum", "2026-02-09T09:00:00Z");
        commit_code(
            repository,
            limited(10, std::string(kOldBody) + "\n\ndef rounded(rows):\n    return int(total(rows))\n"),
            "Otherwise", "2026-02-10T09:00:00Z");
    }
    SUBCASE("a line that was only added, and is said otherwise") {
        fix = commit_code(repository, limited(10, guard), "Guard", "2026-02-09T09:00:00Z");
        commit_code(repository, limited(12, replaced(guard, "raise ValueError", "return 0")), "No error",
                    "2026-02-10T09:00:00Z");
        commit_code(repository,
                    limited(12, replaced(guard, "    if not rows:\n        raise ValueError\n",
                                         "    rows = rows or [0]\n")),
                    "Shorter", "2026-02-10T10:00:00Z");
    }
    SUBCASE("all of the function goes with the line") {
        fix = commit_code(repository, limited(10, guard), "Guard", "2026-02-09T09:00:00Z");
        commit_code(repository, limited(10, ""), "It moves", "2026-02-10T09:00:00Z");
    }
    SUBCASE("taken back and brought again") {
        fix = commit_code(repository, limited(10, kBody), "Round the sum", "2026-02-09T09:00:00Z");
        commit_code(repository, limited(10, kOldBody), "Take it back", "2026-02-09T10:00:00Z");
        commit_code(repository, limited(12, kBody), "And again", "2026-02-10T09:00:00Z");
    }
    expect_without(committed(repository, filed_record(spec, fix)), kUndone);
}

TEST_CASE("a spec that the main line has taken back when the fix is merged into it") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.branch("fix");
    const std::string fix = commit_fix(repository, "2026-02-08T09:00:00Z");
    repository.checkout("work");
    repository.write(kSpec, spec_text("1.0", "2026-02-01"));
    repository.commit("Take it back", "2026-02-08T10:00:00Z");
    const std::string merge = repository.merge("fix", "2026-02-09T09:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
    expect_refused(committed(repository, filed_record(spec, merge)), kAfterFix);
}

TEST_CASE("control: a spec that is changed again when the fix is there already") {
    TidyRepository repository;
    at_start(repository);
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.branch("local");
    repository.write("notes/local.md", "# Local\n");
    repository.commit("Notes", "2026-02-07T09:00:00Z");
    repository.checkout("work");
    repository.branch("fix");
    const std::string fix = commit_fix(repository, "2026-02-08T09:00:00Z");
    repository.checkout("work");
    repository.merge("fix", "2026-02-09T09:00:00Z");
    repository.write(kSpec, spec_text("1.0", "2026-02-01"));
    repository.commit("As it was", "2026-02-10T09:00:00Z");
    expect_without(committed(repository, filed_record(spec, fix)), kAfterFix);
    repository.checkout("local");
    repository.merge("work", "2026-02-11T09:00:00Z");
    expect_without(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("a fix that copies what another line made before the spec") {
    TidyRepository repository;
    at_start(repository);
    repository.branch("release");
    const std::string early = commit_fix(repository, "2026-02-04T09:00:00Z");
    repository.checkout("work");
    const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
    repository.git("cherry-pick", "--no-commit", early);
    const std::string fix = repository.commit("Round the sum", "2026-02-09T09:00:00Z");
    expect_without(committed(repository, filed_record(spec, fix)), kAfterFix);
    repository.merge("release", "2026-02-10T09:00:00Z");
    expect_refused(committed(repository, filed_record(spec, fix)), kAfterFix);
}

TEST_CASE("control: the fix is copied to another line, or made again behind the spec") {
    TidyRepository repository;
    at_start(repository);
    SUBCASE("copied to a release that has no such spec, and merged back") {
        const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
        const std::string fix = commit_fix(repository, "2026-02-08T09:00:00Z");
        repository.branch("release", repository.commits().start);
        repository.git("cherry-pick", "--no-commit", fix);
        repository.commit("Round the sum", "2026-02-09T09:00:00Z");
        repository.checkout("work");
        repository.merge("release", "2026-02-10T09:00:00Z");
        expect_without(committed(repository, filed_record(spec, fix)), kAfterFix);
    }
    SUBCASE("taken back, and made again behind the spec") {
        const std::string early = commit_fix(repository, "2026-02-04T09:00:00Z");
        repository.git("revert", "--no-commit", early);
        repository.commit("Take it back", "2026-02-05T09:00:00Z");
        const std::string spec = commit_spec(repository, "2026-02-06T09:00:00Z");
        const std::string fix = commit_fix(repository, "2026-02-08T09:00:00Z");
        expect_without(committed(repository, filed_record(spec, fix)), kAfterFix);
    }
}

TEST_CASE("a scope that grows after its sign-off, in a filed note to which the item refers") {
    constexpr const char* kNote = "docs/product/scope_notes/defect-104.md";
    TidyRepository repository;
    repository.git("checkout", "--quiet", "-B", "work", repository.commits().spec);
    const std::string note = "# Scope of defect 104\n\n- src/metrics/rounding.py: rounds once\n";
    const std::string more = "- src/payment/fees.py: rounds once\n";
    const auto with_note = [&](DefectRecord record) {
        record.item("FS.1").evidence = std::string("Scope in ") + kNote;
        return record;
    };
    const auto fix_both = [&] {
        repository.write("src/payment/fees.py", "FEES = 0\n");
        return commit_fix(repository, "2026-02-09T09:00:00Z");
    };
    const auto cited = [&](const std::string& fix) {
        DefectRecord record = with_note(filed_record(repository.commits().spec, fix));
        record.item("I.4").evidence += "; src/payment/fees.py: none";
        return committed(repository, record);
    };
    const auto sign = [&](const std::string& text) {
        repository.write(kNote, text);
        repository.write(kRecord, with_note(scoped_record(repository.commits().spec)).text());
        repository.commit("Scope", "2026-02-07T09:00:00Z");
    };
    const auto grow = [&](const std::string& text, const std::string& date) {
        repository.write(kNote, text);
        repository.commit("The note", date);
    };
    SUBCASE("before the fix") {
        sign(note);
        grow(note + more, "2026-02-08T09:00:00Z");
        expect_refused(cited(fix_both()), kOutside);
    }
    SUBCASE("after the fix") {
        sign(note);
        const std::string fix = fix_both();
        grow(note + more, "2026-02-10T09:00:00Z");
        expect_refused(cited(fix), kOutside);
    }
    SUBCASE("control: it is only said otherwise") {
        sign(note + more);
        const std::string fix = fix_both();
        grow(note + more + "\nNothing else.\n", "2026-02-10T09:00:00Z");
        expect_without(cited(fix), kOutside);
    }
}
