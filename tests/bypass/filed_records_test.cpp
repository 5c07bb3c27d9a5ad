#include "support/checked.hpp"
#include "support/expectations.hpp"
#include "support/tidy_repository.hpp"
#include "support/variants.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <functional>
#include <string>
#include <vector>

// Attacks on filed records, each on a real repository: what a pull request may try, and what it must not get
// past. `main` holds one filed record; the attack is whatever lies between `main` and the head.

using namespace docs_lint::tests;

namespace {

const std::string kFolder = kRecords;
const std::string kMoved = kFolder + "/defect-104-totals-phase-gate.md";
const std::string kElsewhere = "notes/defect-104-rounding-phase-gate.md";

const std::string kLessons = "docs/product/lessons_learnt/BLG-9-lessons.md";

/// A lessons record with this line for its date.
std::string lessons_text(const std::string& date_line) {
    return "# Lessons Learnt — BLG-9: Labels\n\n**Item:** BLG-9 — Labels\n**Closed:** 2026-03-06\n"
           "**Reviewed by:** PMO Lead\n" +
           date_line + "\n\n## What worked well\n\n- A quick report.\n";
}

struct Expected {
    std::string rule;
    std::string path = kRecord;
};

void expect_refused(const Checked& checked, const Expected& expected) {
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has(expected.rule, expected.path));
}

/// The range, its stored variants and the audit of the head all refuse it.
void refuse(const GitRepository& repository, const std::string& base, const std::string& head,
            const Expected& expected) {
    expect_refused(check_range(repository.path(), base, head), expected);
    expect_refused(audit(repository.path(), head), expected);
    for_each_variant(repository, {base, head},
                     [&](const std::string& name, const std::filesystem::path& folder) {
                         CAPTURE(name);
                         expect_refused(check_range(folder, base, head), expected);
                     });
}

void refuse(const TidyRepository& repository, const Expected& expected) {
    refuse(repository, repository.commits().filed, repository.id_of("HEAD"), expected);
}

void pass(const GitRepository& repository, const std::string& base, const std::string& head,
          const std::vector<std::string>& warnings = {}) {
    expect_passed(check_range(repository.path(), base, head), warnings);
    expect_passed(audit(repository.path(), head), warnings);
    for_each_variant(repository, {base, head},
                     [&](const std::string& name, const std::filesystem::path& folder) {
                         CAPTURE(name);
                         expect_passed(check_range(folder, base, head), warnings);
                     });
}

/// The record with one word of its text changed.
std::string edited(const TidyRepository& repository) {
    return replaced(repository.read(kRecord), "by the three steps of the report",
                    "by the four steps of the report");
}

std::string unfiled(const TidyRepository& repository) {
    return replaced(replaced(repository.read(kRecord), "**Status:** Filed", "**Status:** Active"),
                    "**Filed:** 2026-02-16\n", "");
}

void commit_record(const GitRepository& repository, const std::string& text) {
    repository.write(kRecord, text);
    repository.commit("Work on the record");
}

/// A commit with exactly this tree and these parents.
std::string commit_tree(const GitRepository& repository, const std::string& tree,
                        const std::vector<std::string>& parents) {
    std::vector<std::string> arguments = {"commit-tree", tree, "-m", "Merge"};
    for (const std::string& parent : parents) arguments.insert(arguments.end(), {"-p", parent});
    return repository.run(arguments);
}

std::string staged_tree(const GitRepository& repository) {
    repository.git("add", "--all");
    return repository.git("write-tree");
}

} // namespace

TEST_CASE("one byte") {
    const TidyRepository repository;
    std::string text = repository.read(kRecord);
    text[text.find("totals")] = 'T';
    commit_record(repository, text);
    refuse(repository, {"record/changed"});
}

TEST_CASE("edit then revert") {
    const TidyRepository repository;
    commit_record(repository, edited(repository));
    repository.git("revert", "--no-edit", "HEAD");
    REQUIRE(repository.git("diff", repository.commits().filed, "HEAD").empty());
    refuse(repository, {"record/changed"});
}

TEST_CASE("un-file only") {
    const TidyRepository repository;
    commit_record(repository, unfiled(repository));
    refuse(repository, {"record/changed"});
}

TEST_CASE("un-file, edit, re-file over commits") {
    const TidyRepository repository;
    const std::string after = edited(repository);
    commit_record(repository, unfiled(repository));
    commit_record(repository, replaced(repository.read(kRecord), "by the three steps", "by the four steps"));
    commit_record(repository, after);
    refuse(repository, {"record/changed"});
}

TEST_CASE("delete") {
    const TidyRepository repository;
    repository.remove(kRecord);
    repository.commit("Tidy up");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("delete and add again identical") {
    const TidyRepository repository;
    const std::string text = repository.read(kRecord);
    repository.remove(kRecord);
    repository.commit("Tidy up");
    commit_record(repository, text);
    refuse(repository, {"record/deleted"});
}

TEST_CASE("deleted in one merge, added changed in the next") {
    const TidyRepository repository;
    const std::string text = edited(repository);
    repository.branch("first");
    repository.remove(kRecord);
    repository.commit("Tidy up");
    repository.checkout("main");
    repository.branch("topic");
    repository.write("notes/first.md", "# First\n");
    repository.commit("Notes");
    repository.merge("first");
    repository.branch("second");
    commit_record(repository, text);
    repository.checkout("topic");
    repository.write("notes/second.md", "# Second\n");
    repository.commit("More notes");
    repository.merge("second");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("rename out of the governed folders") {
    const TidyRepository repository;
    repository.move(kRecord, kElsewhere);
    repository.commit("Move notes");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("rename with edit among 1,500 other renames") {
    const TidyRepository repository;
    for (int number = 0; number < 1500; ++number)
        repository.write("pages/" + std::to_string(number) + ".txt", "page " + std::to_string(number) + "\n");
    const std::string base = repository.commit("Pages");
    repository.write(kMoved, edited(repository));
    repository.remove(kRecord);
    repository.move("pages", "leaves");
    const std::string head = repository.commit("Move pages");
    refuse(repository, base, head, {"record/changed", kMoved});
    const Checked checked = check_range(repository.path(), base, head);
    const Found* found = checked.find("record/changed", kMoved);
    REQUIRE(found != nullptr);
    CHECK(found->related_paths == std::vector<std::string>{kRecord});
}

TEST_CASE("case-only rename") {
    const TidyRepository repository;
    repository.move(kRecord, kFolder + "/Defect-104-Rounding-phase-gate.md");
    repository.commit("Capitals");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("case-only rename of a letter outside ASCII") {
    const TidyRepository repository;
    const std::string record = kFolder + "/defect-105-übertrag-phase-gate.md";
    repository.write(record, replaced(repository.read(kRecord), "# Defect 104", "# Defect 105"));
    const std::string base = repository.commit("File another record");
    repository.move(record, kFolder + "/defect-105-Übertrag-phase-gate.md");
    refuse(repository, base, repository.commit("A capital"), {"record/deleted", record});
}

TEST_CASE("replaced by a link to an identical copy") {
    const TidyRepository repository;
    repository.write("notes/copy.md", repository.read(kRecord));
    repository.remove(kRecord);
    repository.link(kRecord, "../../../notes/copy.md");
    repository.commit("Keep one copy");
    refuse(repository, {"record/replaced"});
}

TEST_CASE("parent folder replaced by a link") {
    const TidyRepository repository;
    repository.move(kFolder, "kept");
    repository.link(kFolder, "../../kept");
    repository.commit("Keep records elsewhere");
    refuse(repository, {"record/replaced"});
}

TEST_CASE("mode only") {
    const TidyRepository repository;
    repository.make_executable(kRecord);
    repository.commit("Mode");
    REQUIRE(repository.git("ls-tree", "HEAD", kRecord).substr(0, 6) == "100755");
    refuse(repository, {"record/replaced"});
}

TEST_CASE("evil merge") {
    const TidyRepository repository;
    repository.branch("topic");
    repository.write("notes/topic.md", "# Topic\n");
    repository.commit("Notes");
    repository.branch("other", repository.commits().filed);
    repository.write("notes/other.md", "# Other\n");
    repository.commit("Other notes");
    repository.git("merge", "--quiet", "--no-commit", "--no-ff", "topic");
    repository.write(kRecord, edited(repository));
    repository.commit("Merge topic");
    REQUIRE(repository.git("rev-list", "--parents", "-1", "HEAD").size() > 82);
    refuse(repository, {"record/changed"});
}

TEST_CASE("octopus merge") {
    const TidyRepository repository;
    std::vector<std::string> parents;
    for (const std::string name : {"one", "two", "three"}) {
        repository.branch(name, repository.commits().filed);
        repository.write("notes/" + name + ".md", "# " + name + "\n");
        parents.push_back(repository.commit("Notes " + name));
    }
    repository.git("merge", "--quiet", "--no-commit", "one", "two");
    repository.write(kRecord, edited(repository));
    repository.commit("Merge one, two and three");
    REQUIRE(repository.git("rev-list", "--parents", "-1", "HEAD").size() > 123);
    refuse(repository, {"record/changed"});
}

TEST_CASE("conflict resolved to the side before filing") {
    const TidyRepository repository;
    repository.branch("topic", repository.commits().active);
    repository.write(
        kRecord, replaced(repository.read(kRecord), "**Created:** 2026-02-02", "**Created:** 2026-02-01"));
    const std::string before_filing = repository.commit("Other day");
    CHECK(repository.try_git({"merge", "--no-edit", "main"}).exit_code != 0);
    repository.git("checkout", before_filing, "--", kRecord);
    repository.commit("Merge main");
    refuse(repository, {"record/changed"});
}

TEST_CASE("conflict with the filing that is left to the merge") {
    const TidyRepository repository;
    repository.branch("topic", repository.commits().active);
    std::string text = repository.read(kRecord);
    commit_record(repository, replaced(text, "**Status:** Active", "**Status:** Draft"));
    const Checked checked =
        check_range(repository.path(), repository.commits().filed, repository.id_of("HEAD"));
    expect_refused(checked, {"record/changed"});
}

TEST_CASE("conflict of a file with the folder in which the base files a record") {
    const TidyRepository repository;
    const std::string folder = kFolder + "/closed";
    const std::string record = folder + "/defect-105-sums-phase-gate.md";
    repository.branch("topic");
    repository.write(folder, "No folder.\n");
    const std::string head = repository.commit("A file of that name");
    repository.checkout("main");
    repository.write(record, replaced(repository.read(kRecord), "# Defect 104", "# Defect 105"));
    const std::string base = repository.commit("File a record in a folder");
    expect_refused(check_range(repository.path(), base, head), {"record/replaced", record});
}

TEST_CASE("a file in the place of the folder in which the base files a record, whose other files are moved") {
    const TidyRepository repository;
    const std::string record = kFolder + "/closed/defect-105-sums-phase-gate.md";
    const std::string content = repository.read(kRecord);
    repository.branch("topic", repository.commits().start);
    const auto write_notes = [&](const std::string& folder) {
        for (const std::string name : {"/alpha.txt", "/beta.txt", "/gamma.txt"}) {
            std::string lines;
            for (int line = 0; line < 30; ++line) lines += name + " " + std::to_string(line) + "\n";
            repository.write(folder + name, lines);
        }
    };
    write_notes(kFolder);
    repository.commit("Notes beside the records");
    repository.branch("base");
    repository.remove(kFolder + "/alpha.txt"); // one conflict, which hides the other from libgit2
    repository.write(record, replaced(content, "# Defect 104", "# Defect 105"));
    const std::string base = repository.commit("File a record in a folder");
    repository.checkout("topic");
    repository.remove(kFolder);
    write_notes("attic/notes");
    repository.write(kFolder, "No folder.\n");
    const std::string head = repository.commit("A file of that name");
    expect_refused(check_range(repository.path(), base, head), {"record/replaced", record});
}

TEST_CASE("filed and edited within one pull request") {
    const TidyRepository repository;
    const std::string filed = repository.read(kRecord);
    repository.branch("topic", repository.commits().active);
    commit_record(repository, filed);
    commit_record(repository, edited(repository));
    refuse(repository, repository.commits().active, repository.id_of("HEAD"), {"record/changed"});
}

TEST_CASE("`-diff` attribute and a NUL byte") {
    const TidyRepository repository;
    repository.write(".gitattributes", "docs/product/** -diff -text -merge\n");
    std::string text = edited(repository);
    text += '\0';
    commit_record(repository, text);
    refuse(repository, {"record/changed"});
}

TEST_CASE("CRLF only") {
    const TidyRepository repository;
    std::string text;
    for (const char byte : repository.read(kRecord))
        text += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
    commit_record(repository, text);
    refuse(repository, {"record/changed"});
}

TEST_CASE("BOM only") {
    const TidyRepository repository;
    commit_record(repository, "\xEF\xBB\xBF" + repository.read(kRecord));
    refuse(repository, {"record/changed"});
}

TEST_CASE("filter attribute that changes the checkout") {
    const TidyRepository repository;
    repository.git("config", "filter.polish.clean", "sed s/three/four/");
    repository.git("config", "filter.polish.smudge", "sed s/four/three/");
    repository.write(".gitattributes", "docs/product/** filter=polish\n");
    repository.git("add", "--renormalize", ".");
    repository.commit("Attributes");
    REQUIRE(repository.read(kRecord) == repository.filed().text());
    refuse(repository, {"record/changed"});
}

TEST_CASE("force push") {
    const TidyRepository repository;
    const GitRepository server({"--bare"});
    const std::string url = server.path().string();
    repository.git("push", "--quiet", url, "main");
    const std::string text = edited(repository);
    repository.branch("rewritten", repository.commits().spec);
    repository.write(kRecord, text);
    const std::string head = repository.commit("Record defect 104");
    repository.git("push", "--quiet", url, "HEAD:refs/heads/incoming");
    ProcessOptions options;
    options.input = repository.commits().filed + " " + head + " refs/heads/main\n";
    options.environment = {{"GIT_DIR", "."}};
    const Checked checked = check_in(server.path(), {"hook", "pre-receive"}, options);
    expect_refused(checked, {"record/changed"});
}

TEST_CASE("force push to before the filing") {
    const TidyRepository repository;
    ProcessOptions options;
    options.input = repository.commits().filed + " " + repository.commits().spec + " refs/heads/main\n";
    expect_refused(check_in(repository.path(), {"hook", "pre-receive"}, options), {"record/deleted"});
    options.input = repository.commits().filed + " " + repository.commits().active + " refs/heads/main\n";
    expect_refused(check_in(repository.path(), {"hook", "pre-receive"}, options), {"record/changed"});
}

TEST_CASE("a new record with a filed one's id") {
    const TidyRepository repository;
    const std::string twin = kFolder + "/defect-104-sums-phase-gate.md";
    repository.write(twin, repository.filed().text());
    const std::string head = repository.commit("Another record");
    const Checked checked = check_range(repository.path(), repository.commits().filed, head);
    expect_refused(checked, {"document/id-duplicate", twin});
    const Found* found = checked.find("document/id-duplicate", twin);
    REQUIRE(found != nullptr);
    CHECK(found->related_paths == std::vector<std::string>{kRecord});
}

TEST_CASE("filed by entity spelling only, then edited") {
    const TidyRepository repository;
    repository.branch("topic", repository.commits().active);
    DefectRecord record = repository.filed();
    record.header = "**Owner:** PMO Lead\n**Status:** &#70;iled\n**Created:** 2026-02-02\n";
    commit_record(repository, record.text());
    const std::string filed = repository.id_of("HEAD");
    expect_refused(check_range(repository.path(), repository.commits().active, filed),
                   {"header/status-invalid"});
    commit_record(repository, edited(repository));
    const std::string head = repository.id_of("HEAD");
    refuse(repository, filed, head, {"record/changed"});
    expect_refused(check_range(repository.path(), filed, head), {"header/status-invalid"});
}

TEST_CASE("control: base filed after the fork") {
    const TidyRepository repository;
    repository.branch("topic", repository.commits().active);
    repository.write("notes/topic.md", "# Topic\n");
    repository.commit("Notes");
    const std::string head = repository.id_of("HEAD");
    expect_passed(check_range(repository.path(), repository.commits().filed, head), {});
    for_each_variant(repository, {repository.commits().filed, head},
                     [&](const std::string& name, const std::filesystem::path& folder) {
                         CAPTURE(name);
                         expect_passed(check_range(folder, repository.commits().filed, head), {});
                     });
}

TEST_CASE("control: merge from base brings the filing") {
    const TidyRepository repository;
    repository.branch("topic", repository.commits().active);
    repository.write("notes/topic.md", "# Topic\n");
    repository.commit("Notes");
    const std::string head = repository.merge("main");
    pass(repository, repository.commits().filed, head);
}

TEST_CASE("control: the filing commit itself") {
    const TidyRepository repository;
    pass(repository, repository.commits().active, repository.commits().filed);
    expect_passed(check_revision(repository.path()), {});
    expect_passed(check_worktree(repository.path()), {});
    expect_passed(check_staged(repository.path()), {});
}

TEST_CASE("control: an honest move within its folder (warning)") {
    const TidyRepository repository;
    repository.move(kRecord, kMoved);
    const std::string head = repository.commit("Say totals");
    pass(repository, repository.commits().filed, head, {std::string("record/moved ") + kRecord});
}

TEST_CASE("control: a checkout with other line ends is no change") {
    const TidyRepository repository;
    for_each_variant(repository, {repository.commits().filed},
                     [&](const std::string& name, const std::filesystem::path& folder) {
                         CAPTURE(name);
                         if (name == "autocrlf" || name == "linked worktree")
                             expect_passed(check_worktree(folder), {});
                     });
}

// --- further attacks

TEST_CASE("a byte and the mode together") {
    const TidyRepository repository;
    repository.write(kRecord, edited(repository));
    repository.make_executable(kRecord);
    repository.commit("Both");
    refuse(repository, {"record/changed"});
}

TEST_CASE("last line end dropped") {
    const TidyRepository repository;
    std::string text = repository.read(kRecord);
    text.pop_back();
    commit_record(repository, text);
    refuse(repository, {"record/changed"});
}

TEST_CASE("emptied") {
    const TidyRepository repository;
    commit_record(repository, "");
    refuse(repository, {"record/changed"});
}

TEST_CASE("replaced by a folder of the same name") {
    const TidyRepository repository;
    const std::string text = repository.read(kRecord);
    repository.remove(kRecord);
    repository.write(std::string(kRecord) + "/index.md", text);
    repository.commit("Fold");
    const Checked checked =
        check_range(repository.path(), repository.commits().filed, repository.id_of("HEAD"));
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK((checked.has("record/replaced", kRecord) || checked.has("record/deleted", kRecord)));
}

TEST_CASE("replaced by a submodule") {
    const TidyRepository repository;
    repository.git("rm", "--quiet", "--cached", kRecord);
    repository.git("update-index", "--add", "--cacheinfo",
                   "160000," + repository.commits().fix + "," + kRecord);
    repository.commit_staged("Submodule");
    refuse(repository, {"record/replaced"});
}

TEST_CASE("edit reverted on a side branch before the merge") {
    const TidyRepository repository;
    repository.branch("side");
    const std::string filed = repository.read(kRecord);
    commit_record(repository, edited(repository));
    commit_record(repository, filed);
    repository.checkout("main");
    repository.branch("topic");
    repository.write("notes/topic.md", "# Topic\n");
    repository.commit("Notes");
    repository.merge("side");
    refuse(repository, {"record/changed"});
}

TEST_CASE("edit with dates before the filing") {
    const TidyRepository repository;
    repository.write(kRecord, edited(repository));
    repository.commit("Work on the record", "1971-01-01T00:00:00Z");
    repository.git("revert", "--no-edit", "HEAD");
    repository.write("notes/later.md", "# Later\n");
    repository.commit("Later", "2099-01-01T00:00:00Z");
    refuse(repository, {"record/changed"});
}

TEST_CASE("edit hidden between commits with skewed dates") {
    const TidyRepository repository;
    const std::string filed = repository.read(kRecord);
    for (int round = 0; round < 8; ++round) {
        repository.write("notes/" + std::to_string(round) + ".md", "# Note\n");
        repository.commit("Note", round % 2 == 0 ? "1972-01-01T00:00:00Z" : "2090-01-01T00:00:00Z");
        if (round == 3) commit_record(repository, edited(repository));
        if (round == 4) commit_record(repository, filed);
    }
    refuse(repository, {"record/changed"});
}

TEST_CASE("copy in one commit, original deleted in the next") {
    const TidyRepository repository;
    repository.write(kMoved, repository.read(kRecord));
    repository.commit("Copy");
    repository.remove(kRecord);
    repository.commit("Remove");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("out of the folder and back") {
    const TidyRepository repository;
    repository.move(kRecord, kElsewhere);
    repository.commit("Out");
    repository.write(kRecord,
                     replaced(repository.read(kElsewhere), "by the three steps", "by the four steps"));
    repository.remove(kElsewhere);
    repository.commit("Back");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("renamed into another class within the folder") {
    const TidyRepository repository;
    repository.move(kRecord, kFolder + "/104-rounding-phase-gate.md");
    repository.commit("Feature");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("renamed to a file that is no document") {
    const TidyRepository repository;
    repository.move(kRecord, kFolder + "/defect-104-rounding-phase-gate.json");
    repository.commit("Data");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("renamed to an ending that nobody reads") {
    const TidyRepository repository;
    repository.move(kRecord, kFolder + "/defect-104-rounding-phase-gate.txt");
    repository.commit("Text");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("parent folder moved away") {
    const TidyRepository repository;
    repository.move(kFolder, "docs/product/phase_gates_old");
    repository.commit("Old records");
    refuse(repository, {"record/deleted"});
}

TEST_CASE("two filed records swap their contents") {
    const TidyRepository repository;
    const std::string other = kFolder + "/defect-105-export-phase-gate.md";
    const std::string text = replaced(repository.filed().text(), "Defect 104: totals", "Defect 105: exports");
    repository.write(other, text);
    const std::string base = repository.commit("Record defect 105");
    repository.write(other, repository.read(kRecord));
    repository.write(kRecord, text);
    const std::string head = repository.commit("Swap");
    refuse(repository, base, head, {"record/changed"});
    refuse(repository, base, head, {"record/changed", other});
}

TEST_CASE("merge that takes the other side's missing record") {
    const TidyRepository repository;
    repository.branch("old", repository.commits().spec);
    repository.write("notes/old.md", "# Old\n");
    const std::string old = repository.commit("Notes");
    const std::string head = commit_tree(repository, repository.git("rev-parse", old + "^{tree}"),
                                         {repository.commits().filed, old});
    repository.git("checkout", "--quiet", "--detach", head);
    refuse(repository, {"record/deleted"});
}

TEST_CASE("first parent is the side without the record") {
    const TidyRepository repository;
    repository.branch("old", repository.commits().active);
    repository.write("notes/old.md", "# Old\n");
    const std::string old = repository.commit("Notes");
    const std::string head = commit_tree(repository, repository.git("rev-parse", old + "^{tree}"),
                                         {old, repository.commits().filed});
    repository.git("checkout", "--quiet", "--detach", head);
    refuse(repository, {"record/changed"});
}

TEST_CASE("a root without history merged in with an edited record") {
    const TidyRepository repository;
    const std::string text = edited(repository);
    repository.git("checkout", "--quiet", "--orphan", "root");
    repository.git("rm", "--quiet", "-r", "--cached", ".");
    repository.write(kRecord, text);
    const std::string tree = staged_tree(repository);
    const std::string root = commit_tree(repository, tree, {});
    const std::string head = commit_tree(repository, tree, {repository.commits().filed, root});
    refuse(repository, repository.commits().filed, head, {"record/changed"});
}

TEST_CASE("a head that shares no history with the base") {
    const TidyRepository repository;
    repository.write(kRecord, edited(repository));
    const std::string head = commit_tree(repository, staged_tree(repository), {});
    const Checked checked = check_range(repository.path(), repository.commits().filed, head);
    INFO(checked.summary());
    CHECK(checked.exit_code != 0);
    CHECK(checked.exit_code < 4);
    CHECK((checked.exit_code == 3 || checked.has("record/changed", kRecord)));
}

TEST_CASE("replace refs and grafts do not hide an edit") {
    const TidyRepository repository;
    const std::string filed_blob = repository.id_of(repository.commits().filed + ":" + kRecord);
    commit_record(repository, edited(repository));
    const std::string head = repository.id_of("HEAD");
    const std::string honest = commit_tree(
        repository, repository.id_of(repository.commits().filed + "^{tree}"), {repository.commits().filed});
    repository.git("replace", head, honest);
    expect_refused(check_range(repository.path(), repository.commits().filed, head), {"record/changed"});
    repository.git("replace", "--delete", head);
    repository.git("replace", repository.id_of(head + ":" + kRecord), filed_blob);
    expect_refused(check_range(repository.path(), repository.commits().filed, head), {"record/changed"});
    repository.write(".git/info/grafts", head + "\n");
    expect_refused(check_range(repository.path(), repository.commits().filed, head), {"record/changed"});
}

TEST_CASE("moved to another id, and an edited copy put in its place") {
    const TidyRepository repository;
    const std::string text = edited(repository);
    repository.move(kRecord, kFolder + "/defect-999-rounding-phase-gate.md");
    repository.commit("Another number");
    commit_record(repository, text);
    refuse(repository, {"record/deleted"});
}

TEST_CASE("a path that is the record's where case is ignored") {
    for (const std::string& path :
         {kFolder + "/Defect-104-rounding-phase-gate.md",
          std::string("Docs/") + std::string(kRecord).substr(5),
          std::string("docs/product/Phase_gates/defect-104-rounding-phase-gate.md")}) {
        CAPTURE(path);
        const TidyRepository repository;
        repository.write(path, edited(repository));
        repository.commit("Capitals");
        refuse(repository, {"document/id-duplicate", path});
    }
    const TidyRepository repository;
    repository.link("Docs", "notes");
    repository.write("notes/product/notes.txt", "A note.\n");
    repository.commit("A shortcut");
    refuse(repository, {"document/id-duplicate", "Docs"});
}

TEST_CASE("work tree: edited, deleted, linked, hidden from git") {
    const TidyRepository repository;
    const std::string filed = repository.read(kRecord);
    const std::string changed = edited(repository);
    SUBCASE("edited") {
        repository.write(kRecord, changed);
        expect_refused(check_worktree(repository.path()), {"record/changed"});
    }
    SUBCASE("deleted") {
        repository.remove(kRecord);
        expect_refused(check_worktree(repository.path()), {"record/deleted"});
    }
    SUBCASE("linked") {
        repository.write("notes/copy.md", filed);
        repository.remove(kRecord);
        repository.link(kRecord, "../../../notes/copy.md");
        expect_refused(check_worktree(repository.path()), {"record/replaced"});
    }
    SUBCASE("folder linked") {
        repository.move(kFolder, "kept");
        repository.link(kFolder, "../../kept");
        expect_refused(check_worktree(repository.path()), {"record/replaced"});
    }
    SUBCASE("assumed unchanged") {
        repository.git("update-index", "--assume-unchanged", kRecord);
        repository.write(kRecord, changed);
        expect_refused(check_worktree(repository.path()), {"record/changed"});
    }
    SUBCASE("skipped in the work tree") {
        repository.git("update-index", "--skip-worktree", kRecord);
        repository.write(kRecord, changed);
        expect_refused(check_worktree(repository.path()), {"record/changed"});
    }
    SUBCASE("ignored and taken out of the index") {
        repository.write(".gitignore", "docs/\n");
        repository.git("rm", "--quiet", "--cached", kRecord);
        repository.write(kRecord, changed);
        expect_refused(check_worktree(repository.path()), {"record/deleted"});
    }
    SUBCASE("same size and time") {
        const auto time = std::filesystem::last_write_time(repository.path() / kRecord);
        repository.write(kRecord, replaced(filed, "three steps of the", "seven steps of the"));
        std::filesystem::last_write_time(repository.path() / kRecord, time);
        expect_refused(check_worktree(repository.path()), {"record/changed"});
    }
}

TEST_CASE("index: edited, deleted, mode, honest work tree over a staged edit") {
    const TidyRepository repository;
    const std::string filed = repository.read(kRecord);
    SUBCASE("edited") {
        repository.write(kRecord, edited(repository));
        repository.git("add", "--all");
        repository.write(kRecord, filed);
        expect_refused(check_staged(repository.path()), {"record/changed"});
    }
    SUBCASE("deleted") {
        repository.git("rm", "--quiet", "--cached", kRecord);
        expect_refused(check_staged(repository.path()), {"record/deleted"});
    }
    SUBCASE("mode") {
        repository.git("update-index", "--chmod=+x", kRecord);
        expect_refused(check_staged(repository.path()), {"record/replaced"});
    }
    SUBCASE("only the work tree is edited") {
        repository.write(kRecord, edited(repository));
        expect_passed(check_staged(repository.path()), {});
    }
}

TEST_CASE("a path argument does not narrow what happened to filed records") {
    const TidyRepository repository;
    repository.remove(kRecord);
    const std::string head = repository.commit("Tidy up");
    const Checked checked = check_in(
        repository.path(), {"check", "--range", repository.commits().filed + ".." + head, "README.md"});
    expect_refused(checked, {"record/deleted"});
}

// --- filed in the eyes of its readers

namespace {

/// The filed record with another head, committed; then it is edited.
TidyRepository& with_head(TidyRepository& repository, const std::string& head) {
    const std::string text = repository.read(kRecord);
    repository.write(kRecord, head + text.substr(text.find("\n## Progress")));
    return repository;
}

} // namespace

TEST_CASE("filed by a header that only its readers see") {
    const std::string title = "# Defect 104: totals are rounded too early\n\n";
    const std::string rest = "**Owner:** PMO Lead\n**Created:** 2026-02-02\n";
    for (const std::string& head :
         {title + rest + "**Sta-tus:** Filed\n", title + rest + "**Sta_tus:** Filed\n",
          title + "- Owner: PMO Lead\n  ## Note\n- Status: Filed\n- Created: 2026-02-02\n",
          "---\nOwner: PMO Lead\n  ---\n## note\nStatus: Filed\nCreated: 2026-02-02\n---\n" + title,
          "---\nOwner: PMO Lead\nStatus: |2\n  Filed\nCreated: 2026-02-02\n---\n" + title,
          title + rest + "**Status:** ✅\nFiled\n", title + rest + "**Status:** [\nFiled](x)\n",
          title + rest + "**Status:** Active; Filed 2026-02-16\n",
          title + rest + "**Status:** Active. Filed on 16 February 2026\n",
          title + rest + "**Status:** Active (closed) Filed\n",
          title + rest + "**Status:** Active\n**Filed:** on 16 February 2026\n"}) {
        CAPTURE(head);
        TidyRepository repository;
        with_head(repository, head);
        const std::string base = repository.commit("File it", "2026-02-16T10:00:00Z");
        commit_record(repository, edited(repository));
        expect_refused(check_range(repository.path(), base, repository.id_of("HEAD")), {"record/changed"});
    }
}

TEST_CASE("control: a header that tells how a record will be filed") {
    const std::string head =
        "# Defect 104: totals are rounded too early\n\n**Owner:** PMO Lead\n**Created:** 2026-02-02\n";
    for (const std::string status :
         {"**Status:** Active (Filed at closure)\n", "**Status:** Active; to be Filed by the end of 2026\n",
          "**Status:** Active\n**Filed:** on closure\n",
          "**Status:** Active\n**Filed:** at closure, not before\n", "**Status:** Active\n**Filed:** N/A\n",
          "**Status:** Active\n**Filed:** to be filed in 2026\n"}) {
        CAPTURE(status);
        TidyRepository repository;
        with_head(repository, head + status);
        const std::string base = repository.commit("Open it", "2026-02-16T10:00:00Z");
        commit_record(repository, edited(repository));
        const Checked checked = check_range(repository.path(), base, repository.id_of("HEAD"));
        INFO(checked.summary());
        CHECK_FALSE(checked.has("record/changed", kRecord));
    }
}

TEST_CASE("lessons that are filed by their date alone, written in a sentence") {
    for (const std::string date :
         {"**Date filed:** on 2026-03-06", "**Date filed:** at 2026-03-06T12:00:00Z",
          "**Date filed:** N. N., 2026-03-06", "**Date filed:** ~~pending~~ 2026-03-06",
          "**Date filed:** pending → 2026-03-06", "**DateFiled:** 2026-03-06", "**DateFiled:** yes",
          "**Date filed:** [2026-03-06]", "**Date filed:** \\<2026-03-06>", "**Date filed:** open 2026-03-06",
          "**Date filed:** to be exact: 2026-03-06", "**Date filed:** after review, 2026-03-06",
          "**Filed at:** 2026-03-06", "**Filed date:** 2026-03-06", "**Date filed:** `2026-03-06`",
          "**DateFiled:**\n2026-03-06"}) {
        CAPTURE(date);
        const TidyRepository repository;
        const std::string text = lessons_text(date);
        repository.write(kLessons, text);
        const std::string base = repository.commit("Lessons", "2026-03-06T13:00:00Z");
        repository.write(kLessons, replaced(text, "A quick report", "A slow report"));
        const std::string head = repository.commit("Edit", "2026-03-07T09:00:00Z");
        expect_refused(check_range(repository.path(), base, head), {"record/changed", kLessons});
    }
}

TEST_CASE("lessons with a day of filing that the words beside it take back") {
    const TidyRepository repository;
    for (const std::string date : {"N/A 2026-03-06", "today", "March the sixth"}) {
        CAPTURE(date);
        repository.write(kLessons, lessons_text("**Date filed:** " + date));
        const Checked checked = check_worktree(repository.path());
        INFO(checked.summary());
        CHECK(checked.exit_code == 1);
        CHECK(checked.has("header/date-invalid", kLessons));
    }
}

TEST_CASE("a status that says beside it that it is filed") {
    const TidyRepository repository;
    repository.branch("topic", repository.commits().active);
    for (const std::string status : {"Active (Filed)", "Active (now Filed)", "Active; Filed",
                                     "Active — Filed", "Active. Filed", "Active — filed today"}) {
        CAPTURE(status);
        repository.git("reset", "--quiet", "--hard", repository.commits().active);
        const std::string text =
            replaced(repository.read(kRecord), "**Status:** Active", "**Status:** " + status);
        repository.write(kRecord, text);
        const std::string base = repository.commit("File", "2026-02-16T09:00:00Z");
        CHECK(check_revision(repository.path()).has("header/status-invalid", kRecord));
        repository.write(kRecord, text + "\nOne more line.\n");
        const std::string head = repository.commit("Edit", "2026-02-17T09:00:00Z");
        expect_refused(check_range(repository.path(), base, head), {"record/changed"});
    }
}

TEST_CASE("filed by one side while the other one goes on writing") {
    const TidyRepository repository;
    repository.branch("base", repository.commits().active);
    repository.write(kRecord, repository.read(kRecord) + "\nA note at the end.\n");
    const std::string base = repository.commit("Go on", "2026-02-15T09:00:00Z");
    const Checked checked = check_range(repository.path(), base, repository.commits().filed);
    expect_refused(checked, {"record/changed"});
}

TEST_CASE("control: filed in quotes, in backticks, or with the name of the day") {
    const TidyRepository repository;
    for (const std::string date : {"`2026-03-06`", "_2026-03-06_", "Friday, 2026-03-06", "✅ 2026-03-06",
                                   "\"2026-03-06\"", "March 6, 2026"}) {
        CAPTURE(date);
        repository.write(kLessons, lessons_text("**Date filed:** " + date));
        const Checked checked = check_worktree(repository.path());
        INFO(checked.summary());
        CHECK_FALSE(checked.has("header/status-invalid", kLessons));
    }
}

TEST_CASE("a new record that claims a filed one's id in another way") {
    const TidyRepository repository;
    const std::string text =
        replaced(repository.read(kRecord), "**Created:**", "**Opened by:** QA\n**Created:**");
    const auto refuse_rival = [&](const std::string& rival, const std::string& content) {
        CAPTURE(rival);
        repository.git("reset", "--quiet", "--hard", repository.commits().filed);
        repository.write(rival, content);
        repository.commit("Another record");
        expect_refused(check_range(repository.path(), repository.commits().filed, repository.id_of("HEAD")),
                       {"document/id-duplicate", rival});
    };
    refuse_rival(kFolder + "/defect_104-again.md", text);
    refuse_rival(kFolder + "/defect-DEF-104.md", text);
    refuse_rival(kFolder + "/defect-105-totals-phase-gate.md",
                 replaced(text, "**Created:**", "**Defect ID:** DEF-104\n**Created:**"));
}

TEST_CASE("a new record with a filed one's id, and a suppression where it says so") {
    const TidyRepository repository;
    const std::string rival = kFolder + "/defect-104-z-phase-gate.md";
    repository.write(rival,
                     replaced(repository.read(kRecord), "# Defect 104: totals are rounded too early",
                              "# Defect 104: totals are right <!-- docs-lint: ignore[document/id-duplicate] "
                              "reason=\"agreed\" -->"));
    repository.commit("Another record");
    refuse(repository, {"document/id-duplicate", rival});
}

// --- what a range does not show

TEST_CASE("an unsigned gate in a record that conflicts with the base") {
    const TidyRepository repository;
    repository.branch("topic", repository.commits().active);
    DefectRecord record = repository.active();
    record.state = "CLOSED";
    record.item("V.1").body = "- Evidence: to come\n";
    commit_record(repository, record.text());
    repository.checkout("main");
    const Checked checked = check_range(repository.path(), "main", "topic");
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has("gate/evidence-pending", kRecord));
}

TEST_CASE("a folder of records that is replaced by a link or a submodule") {
    const TidyRepository repository;
    for (const std::string& folder : {std::string(kRecords), std::string("docs/product")}) {
        CAPTURE(folder);
        repository.git("checkout", "--quiet", "-B", "work", repository.commits().active);
        repository.move(folder, "hidden");
        repository.link(folder, "hidden");
        const std::string head = repository.commit("Move the records");
        expect_refused(check_range(repository.path(), repository.commits().active, head),
                       {"tool/document-unreadable", folder});
        expect_refused(check_worktree(repository.path()), {"tool/document-unreadable", folder});
        repository.git("rm", "--quiet", "--cached", folder);
        repository.git("update-index", "--add", "--cacheinfo", "160000," + head + "," + folder);
        const std::string module = repository.commit_staged("As a module");
        expect_refused(check_revision(repository.path(), module), {"tool/document-unreadable", folder});
        repository.git("reset", "--quiet", "--hard", repository.commits().active);
        repository.git("clean", "--quiet", "-ffdx");
    }
}

TEST_CASE("a rival of a record whose id holds a year") {
    const TidyRepository repository;
    const std::string text = repository.read(kRecord);
    repository.write(kFolder + "/defect-DEF-2026-014-totals-phase-gate.md", text);
    const std::string filed = repository.commit("File another record");
    const auto range_with = [&](const std::string& path, const std::string& content) {
        repository.git("reset", "--quiet", "--hard", filed);
        repository.write(path, content);
        repository.commit("A third record");
        return check_range(repository.path(), filed, repository.id_of("HEAD"));
    };
    const auto claiming = [&](const std::string& id) {
        return replaced(text, "**Created:**", "**Defect ID:** " + id + "\n**Created:**");
    };
    const std::string other = kFolder + "/defect-105-totals-phase-gate.md";
    expect_refused(range_with(other, claiming("DEF-2026-014")), {"document/id-duplicate", other});
    CHECK_FALSE(range_with(other, claiming("DEF-2026-015")).has("document/id-duplicate", other));
    const std::string unlike = kFolder + "/defect_DEF-2026-014.md";
    expect_refused(range_with(unlike, text), {"document/id-duplicate", unlike});
    const std::string next = kFolder + "/defect-DEF-2026-015-totals-phase-gate.md";
    CHECK_FALSE(range_with(next, text).has("document/id-duplicate", next));
}

TEST_CASE("a new record whose id looks like a filed one's") {
    const TidyRepository repository;
    const std::string text =
        replaced(repository.read(kRecord), "**Created:**", "**Opened by:** QA\n**Created:**");
    const auto range_with = [&](const std::string& path, const std::string& content) {
        repository.git("reset", "--quiet", "--hard", repository.commits().filed);
        repository.write(path, content);
        repository.commit("Another record");
        return check_range(repository.path(), repository.commits().filed, repository.id_of("HEAD"));
    };
    for (const std::string id : {"1\u200B04", "\uFF1104", "104\u200B"}) {
        const std::string rival = kFolder + "/defect-" + id + "-again-phase-gate.md";
        CAPTURE(rival);
        expect_refused(range_with(rival, text), {"document/id-duplicate", rival});
    }
    const std::string other = kFolder + "/defect-105-totals-phase-gate.md";
    const auto claiming = [&](const std::string& id) {
        return replaced(text, "**Created:**", "**Defect ID:** " + id + "\n**Created:**");
    };
    for (const std::string id : {"DEF-\u200B104", "DEF\u2011104", "D\u0415F-104"}) {
        CAPTURE(id);
        expect_refused(range_with(other, claiming(id)), {"document/id-duplicate", other});
    }
    for (const std::string id : {"DEF\u2011105", "D\u0415F-1041"}) {
        CAPTURE(id);
        CHECK_FALSE(range_with(other, claiming(id)).has("document/id-duplicate", other));
    }
}
