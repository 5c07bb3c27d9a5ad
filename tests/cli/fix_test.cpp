// `docs-lint check --fix` and `--diff` on real repositories: each cure with its nearest twin that has none.
#include "support/checked.hpp"
#include "support/defect_record.hpp"
#include "support/git_repository.hpp"
#include "support/process.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPrinting = "docs/specs/printing.md";

/// A specification whose parts a test may write otherwise.
struct Spec {
    std::string updated = "2026-02-20";
    std::string version = "1.1";
    std::string rows = "| 1.1 | 2026-02-20 | Duplex. |\n| 1.0 | 2026-01-10 | First version. |\n";

    [[nodiscard]] std::string text() const {
        return "# Printing\n\n**Owner:** Domain Spec Owner\n**Status:** Canonical\n**Version:** " + version +
               "\n**Last Updated:** " + updated +
               "\n\n---\n\n## Pages\n\nAn empty list gives no page.  \n\n## Change log\n\n"
               "| Version | Date | Change |\n| --- | --- | --- |\n" +
               rows;
    }
};

ProcessResult run_in(const GitRepository& repository, std::vector<std::string> arguments,
                     const ProcessOptions& options = {}) {
    arguments.insert(arguments.begin(), {"-C", repository.path().string()});
    return run_docs_lint(arguments, options);
}

ProcessResult fix_in(const GitRepository& repository, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"check", "--fix", "--output", "concise"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_in(repository, arguments);
}

/// What --fix makes of the text; the same where it leaves it alone.
std::string fixed(const std::string& text, const char* path = kPrinting) {
    const GitRepository repository;
    repository.write(path, text);
    fix_in(repository);
    return repository.read(path);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a header date with one reading is written as YYYY-MM-DD, and every other byte stays") {
    const Spec sound;
    for (const char* date : {"20 February 2026", "2026/2/20", "Feb 20th, 2026", "20.02.2026", "02/20/2026"}) {
        CAPTURE(date);
        Spec spec;
        spec.updated = date;
        CHECK(fixed(spec.text()) == sound.text());
    }
    Spec prose;
    prose.updated = "20 February 2026 (with the duplex tray)";
    CHECK(has(fixed(prose.text()), "**Last Updated:** 2026-02-20 (with the duplex tray)\n"));
}

TEST_CASE("a header date that may mean two days, or none, is left to its writer") {
    for (const char* date : {"03/02/2026", "02.03.2026", "February 30, 2026", "last week"}) {
        CAPTURE(date);
        Spec spec;
        spec.updated = date;
        spec.rows =
            "| 1.1 | 2026-03-02 | Duplex. |\n| 1.0 | 2026-01-10 | First version. |\n"; // one of its readings
        CHECK(fixed(spec.text()) == spec.text());
    }
}

TEST_CASE("where nothing can be fixed, that is said; where nothing is found, nothing is") {
    Spec spec;
    spec.updated = "last week";
    const GitRepository repository;
    repository.write(kPrinting, spec.text());
    CHECK(has(fix_in(repository).err, "nothing was fixed"));
    repository.write(kPrinting, Spec{}.text());
    const auto clean = fix_in(repository);
    CHECK(clean.exit_code == 0);
    CHECK_FALSE(has(clean.err, "nothing was fixed"));
}

TEST_CASE("line ends, a mark of order, blanks at line ends and a missing last line end stay as they are") {
    Spec spec;
    spec.updated = "20 February 2026";
    spec.rows = "| 1.1 | 20 Feb 2026 | Duplex. |  \n| 1.0 | 2026-01-10 | First version. |";
    std::string text = "\xEF\xBB\xBF" + spec.text();
    std::string expected =
        replaced(replaced(text, "20 February 2026", "2026-02-20"), "20 Feb 2026", "2026-02-20");
    CHECK(fixed(text) == expected);
    for (std::string* one : {&text, &expected})
        for (auto at = one->find('\n'); at != std::string::npos; at = one->find('\n', at + 2))
            one->insert(at, "\r");
    CHECK(fixed(text) == expected);
}

TEST_CASE("a version without its row gets one, dated as the header says, whose text is still missing") {
    Spec spec;
    spec.version = "1.2";
    spec.updated = "2026-03-01";
    const GitRepository repository;
    repository.write(kPrinting, spec.text());
    const ProcessResult result = fix_in(repository);
    CHECK(repository.read(kPrinting) ==
          replaced(spec.text(), "| 1.1 |", "| 1.2 | 2026-03-01 | {what changed} |\n| 1.1 |"));
    CHECK(result.exit_code == 1);
    CHECK(has(result.out, "error[changelog/malformed] the row of the change log does not say what changed"));
    CHECK_FALSE(has(result.out, "version-mismatch"));
    CHECK(has(result.err, "fixed docs/specs/printing.md:5 changelog/version-mismatch"));
}

TEST_CASE("a row is put where the log has its newest one, in the manner of the others") {
    Spec spec;
    spec.version = "v1.2";
    spec.updated = "2026-03-01";
    spec.rows = "| v1.0 | 2026-01-10 | First version. |\n| v1.1 | 2026-02-20 | Duplex. |";
    CHECK(fixed(spec.text()) == spec.text() + "\n| v1.2 | 2026-03-01 | {what changed} |");
}

TEST_CASE(
    "pipes in the last column of the change log are escaped, so that readers are shown what follows them") {
    Spec spec;
    spec.rows =
        "| 1.1 | 2026-02-20 | Duplex by `-d on|off|auto` | says the help |\n| 1.0 | 2026-01-10 | First. |\n";
    Spec whole = spec;
    whole.rows = "| 1.1 | 2026-02-20 | Duplex by `-d on\\|off\\|auto` \\| says the help |\n| 1.0 | "
                 "2026-01-10 | First. |\n";
    CHECK(fixed(spec.text()) == whole.text());
    CHECK(fixed(whole.text()) == whole.text());
}

TEST_CASE("a row that goes on past a column that is not its text is left to its writer") {
    Spec spec;
    const std::string text =
        replaced(replaced(spec.text(), "| Version | Date | Change |", "| Version | Change | Date |"),
                 "| 1.1 | 2026-02-20 | Duplex. |", "| 1.1 | Duplex. | 2026-02-20 | on paper |");
    CHECK(fixed(text) == text);
}

TEST_CASE("a version that leaves others out gets no row, and neither does a header behind its log") {
    Spec left_out;
    left_out.version = "1.4";
    CHECK(fixed(left_out.text()) == left_out.text());
    Spec behind;
    behind.version = "1.0";
    CHECK(fixed(behind.text()) == behind.text());
    Spec list;
    list.version = "1.2";
    const std::string text =
        replaced(list.text(), "| Version | Date | Change |\n| --- | --- | --- |\n" + list.rows,
                 "- 1.1 (2026-02-20): Duplex.\n- 1.0 (2026-01-10): First version.\n");
    CHECK(fixed(text) == text);
}

TEST_CASE("a difference is shown that git applies, nothing is written, and the exit code says that there is "
          "something") {
    Spec spec;
    spec.updated = "20 February 2026";
    const GitRepository repository;
    repository.write(kPrinting, spec.text());
    const ProcessResult shown = run_in(repository, {"check", "--diff", "--fail-on", "never"});
    CHECK(shown.exit_code == 1);
    CHECK(repository.read(kPrinting) == spec.text());
    ProcessOptions input;
    input.input = shown.out;
    repository.run({"apply", "-"}, input);
    CHECK(repository.read(kPrinting) == Spec{}.text());
    const ProcessResult again = run_in(repository, {"check", "--diff"});
    CHECK(again.exit_code == 0);
    CHECK(again.out.empty());
}

TEST_CASE("a difference is no report: a format or statistics beside it are refused") {
    Spec spec;
    spec.updated = "20 February 2026";
    const GitRepository repository;
    repository.write(kPrinting, spec.text());
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{"-o", "json"}, {"--output", "sarif=report.sarif"}, {"--statistics"}}) {
        CAPTURE(more.front());
        std::vector<std::string> arguments = {"check", "--diff"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const ProcessResult refused = run_in(repository, arguments);
        CHECK(refused.exit_code == 2);
        CHECK(refused.out.empty());
        CHECK(has(refused.err, "--diff excludes --"));
    }
    CHECK(has(run_in(repository, {"check", "--diff", "-q"}).out, "+++ b/"));
}

TEST_CASE("a difference that shows nothing ends as a check does") {
    Spec spec;
    spec.updated = "02/03/2026";
    const GitRepository repository;
    repository.write(kPrinting, replaced(spec.text(), "**Owner:** Domain Spec Owner\n", ""));
    const ProcessResult shown = run_in(repository, {"check", "--diff"});
    CHECK(shown.out.empty());
    CHECK(shown.exit_code == 1);
    CHECK(has(shown.err, "nothing can be fixed: what is found does not follow from the documents"));
}

TEST_CASE("filed records are never mended: filed on disk, in HEAD or in the index") {
    const TidyRepository repository;
    const std::string filed = repository.filed().text();
    const auto created = filed.find("**Created:** ");
    REQUIRE(created != std::string::npos);
    std::string edited = filed;
    edited.replace(created + 13, 10, "1 March 2026");
    SUBCASE("on disk") {
        repository.write(kRecord, edited);
        const ProcessResult result = fix_in(repository);
        CHECK(repository.read(kRecord) == edited);
        CHECK(has(result.err, "left " + std::string(kRecord)));
        CHECK(has(result.err, "the record is filed"));
    }
    SUBCASE("in HEAD, and no longer on disk") {
        std::string unfiled = edited;
        const auto status = unfiled.find("**Status:** Filed");
        REQUIRE(status != std::string::npos);
        unfiled.replace(status, 17, "**Status:** Active");
        const auto date = unfiled.find("**Filed:** ");
        if (date != std::string::npos) unfiled.replace(date + 11, unfiled.find('\n', date) - date - 11, "—");
        repository.write(kRecord, unfiled);
        const ProcessResult result = fix_in(repository);
        CHECK(repository.read(kRecord) == unfiled);
        CHECK(has(result.err, "HEAD or the index holds the record filed"));
    }
    SUBCASE("in the index only") {
        const std::string path = std::string(kRecords) + "/defect-105-rounding-phase-gate.md";
        repository.write(path, filed);
        repository.git("add", ".");
        const std::string active =
            replaced(repository.active().text(), "**Created:** 2026-02-02", "**Created:** 2 February 2026");
        repository.write(path, active);
        const ProcessResult result = fix_in(repository, {path});
        CHECK(repository.read(path) == active);
        CHECK(has(result.err, "HEAD or the index holds the record filed"));
        repository.git("rm", "-q", "--cached", "-f", path);
        fix_in(repository, {path});
        CHECK(has(repository.read(path), "**Created:** 2026-02-02")); // the twin that nobody filed
    }
}

namespace {

/// The line that is there behind `Gate status:` below a gate's heading, once --fix has been over the record.
std::string status_after_fix(const TidyRepository& repository, const DefectRecord& record,
                             const std::string& heading, const std::string& line) {
    const std::string text = replaced(record.text(), heading, heading + "\n\n" + line);
    const std::string path = std::string(kRecords) + "/defect-105-rounding-phase-gate.md"; // 104 is filed
    repository.write(path, text);
    const ProcessResult result = fix_in(repository, {path});
    INFO(result.out << result.err);
    const std::string now = repository.read(path);
    const auto at =
        now.find("status:**") == std::string::npos ? now.find("Gate status:") : now.find("**Gate status:");
    REQUIRE(at != std::string::npos);
    const std::string found = now.substr(at, now.find('\n', at) - at);
    CHECK(replaced(now, found, line) == text);
    return found;
}

constexpr const char* kGateT = "## Gate T — TRIAGE → ROOT_CAUSE";
constexpr const char* kGateV = "## Gate V — VERIFICATION → CLOSED";

} // namespace

TEST_CASE("a status line that claims a pass which items deny claims none any more") {
    const TidyRepository repository;
    CHECK(status_after_fix(repository, repository.active(), kGateV, "Gate status: ✅ ALL V ITEMS PASS") ==
          "Gate status: PENDING — open: V.1, V.2, V.3, V.4");
    CHECK(status_after_fix(repository, repository.active(), kGateV, "**Gate status:** PASS (2026-02-13)") ==
          "**Gate status:** PENDING — open: V.1, V.2, V.3, V.4");
}

TEST_CASE("no status line is ever made to claim a pass, or to contradict a state that was reached") {
    const TidyRepository repository;
    for (const char* line : {"Gate status: PENDING", "**Gate status:** ⏳ in progress"}) {
        CAPTURE(line);
        CHECK(status_after_fix(repository, repository.active(), kGateT, line) == line);
    }
    DefectRecord moved_on = repository.active();
    moved_on.item("T.4").validation = "[PENDING — PMO Lead]";
    CHECK(status_after_fix(repository, moved_on, kGateT, "Gate status: ✅ ALL T ITEMS PASS") ==
          "Gate status: ✅ ALL T ITEMS PASS");
}

TEST_CASE("options that name another snapshot are refused, and nothing is written") {
    Spec spec;
    spec.updated = "20 February 2026";
    const GitRepository repository;
    repository.write(kPrinting, spec.text());
    repository.commit("Spec");
    for (const std::vector<std::string>& more : {std::vector<std::string>{"--staged"},
                                                 {"--rev", "HEAD"},
                                                 {"--range", "HEAD..HEAD"},
                                                 {"--push", "HEAD..HEAD"},
                                                 {"--diff"}}) {
        CAPTURE(more.front());
        CHECK(fix_in(repository, more).exit_code == 2);
    }
    CHECK(fix_in(repository, {"-o", "nonsense"}).exit_code == 2);
    CHECK(repository.read(kPrinting) == spec.text());
}

TEST_CASE("names and texts of documents command no terminal and no build through a difference") {
    Spec spec;
    spec.updated = "20 February 2026";
    const std::string path = "docs/specs/x\x1b[31m##[error]y.md";
    const GitRepository repository;
    std::string text = replaced(spec.text(), "**Owner:**", "\x1b[31m##[warning]evil ::error::\n\n**Owner:**");
    text = replaced(spec.text(), "An empty list", "\x1b[31m##[warning] \xE2\x80\xAE list");
    text =
        replaced(text, "\n\n---\n\n## Pages\n\n", "\n\n---\n\n"); // near enough to be shown around the change
    repository.write(path, text);
    ProcessOptions ci;
    ci.environment["GITHUB_ACTIONS"] = "true";
    const ProcessResult shown = run_in(repository, {"check", "--diff"}, ci);
    CAPTURE(shown.out);
    CHECK(shown.exit_code == 1);
    for (const std::string& sink : {shown.out, shown.err}) {
        CHECK_FALSE(has(sink, "\x1b"));
        CHECK_FALSE(has(sink, "##["));
        CHECK_FALSE(has(sink, "\xE2\x80\xAE"));
    }
}

TEST_CASE("a link in a document's place is not followed") {
    Spec spec;
    spec.updated = "20 February 2026";
    const GitRepository repository;
    repository.write("elsewhere.md", spec.text());
    repository.link(kPrinting, "../../elsewhere.md");
    fix_in(repository);
    CHECK(repository.read("elsewhere.md") == spec.text());
    CHECK(fs::is_symlink(repository.path() / kPrinting));
}

TEST_CASE("a suppressed finding is not mended") {
    Spec spec;
    spec.updated = "20 February 2026";
    const std::string configuration =
        "suppressions:\n  - rule: header/date-invalid\n    path: docs/specs/**\n"
        "    reason: The printer reads it so.\n";
    const GitRepository repository;
    repository.write(kPrinting, spec.text());
    repository.write(".docs-lint.yaml", configuration);
    fix_in(repository);
    CHECK(repository.read(kPrinting) == spec.text());
}
