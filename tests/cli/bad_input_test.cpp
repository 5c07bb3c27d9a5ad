#include "support/checked.hpp"
#include "support/expectations.hpp"
#include "support/tidy_repository.hpp"

#include <chrono>
#include <ctime>
#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

// What is not there, not readable or not what it should be: a clear message, the right exit code, never a
// crash and never a pass.

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr int kClean = 0, kFindings = 1, kFailure = 2, kUnverifiable = 3;

void ended(const Checked& checked, int code, const std::string& part = {}) {
    INFO(checked.summary());
    CHECK(checked.exit_code == code);
    if (!part.empty()) CHECK((checked.err + checked.summary()).find(part) != std::string::npos);
}

ProcessResult shell(const TidyRepository& repository, const std::string& command) {
    ProcessOptions options;
    options.folder = repository.path();
    options.environment = {{"DOCS_LINT", DOCS_LINT_BINARY}};
    return run_process({"bash", "-c", command}, options);
}

std::string clone(const TidyRepository& repository, const fs::path& target,
                  std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"clone", "--quiet"});
    arguments.push_back("file://" + repository.path().string());
    arguments.push_back(target.string());
    return repository.run(arguments);
}

} // namespace

// --- repositories that are none, or hold nothing

TEST_CASE("no repository") {
    const ScratchFolder folder;
    ended(check_in(folder.path(), {"check", "--rev", "HEAD"}), kFailure, "no git repository");
    ended(check_in(folder.path(), {"check", "--staged"}), kFailure, "no git repository");
    ended(check_in(folder.path(), {"check", "--range", "a..b"}), kFailure, "no git repository");
    ended(audit(folder.path()), kFailure, "no git repository");
}

TEST_CASE("no repository: documents on disk are judged, their history cannot be verified") {
    const TidyRepository repository;
    const ScratchFolder folder;
    write_file(folder.path() / kRecord, repository.filed().text());
    write_file(folder.path() / kSpec, spec_text("1.1", "2026-02-06"));
    ended(check_worktree(folder.path()), kUnverifiable);
    DefectRecord record = repository.filed();
    record.item("FS.1").owner.clear();
    write_file(folder.path() / kRecord, record.text());
    ended(check_worktree(folder.path()), kFindings, "gate/owner-unconfirmed");
}

TEST_CASE("no repository: what a lessons record says of versions cannot be verified") {
    const ScratchFolder folder;
    const fs::path record = folder.path() / "docs/product/lessons_learnt/7-blank-page-lessons.md";
    const std::string begun = "# Lessons: defect 7, blank page\n\n**Item:** 7\n**Type:** Defect\n"
                              "**Closed:** 2026-03-07\n**Reviewed by:** Product Owner\n"
                              "**Created:** 2026-03-07\n**Date filed:** —\n\n";
    write_file(record, begun);
    CHECK_FALSE(check_worktree(folder.path()).could_not_verify("what happened to this record"));
    write_file(record, begun + "## Process improvements actioned\n\n"
                               "- docs/review_template.md: version bumped from 2.1 to 2.2\n");
    CHECK(check_worktree(folder.path()).could_not_verify("what happened to this record"));
}

TEST_CASE("a damaged .git folder is not taken for no repository") {
    const ScratchFolder folder;
    write_file(folder.path() / ".git" / "HEAD", "");
    write_file(folder.path() / kRecord, "# Nothing\n");
    never_crashes_nor_passes(check_worktree(folder.path()));
    const ScratchFolder other;
    write_file(other.path() / ".git", "gitdir: /nonexistent\n");
    write_file(other.path() / kRecord, "# Nothing\n");
    never_crashes_nor_passes(check_worktree(other.path()));
}

TEST_CASE("an empty repository, before its first commit") {
    const GitRepository repository;
    ended(check_worktree(repository.path()), kClean);
    ended(check_staged(repository.path()), kClean);
    never_crashes_nor_passes(check_revision(repository.path()));
    never_crashes_nor_passes(audit(repository.path()));
}

TEST_CASE("an unborn branch with files") {
    const GitRepository repository;
    repository.write(kRecord, active_record("0123456789", "1123456789").text());
    never_crashes_nor_passes(check_worktree(repository.path()));
    repository.git("add", "--all");
    never_crashes_nor_passes(check_staged(repository.path()));
}

TEST_CASE("a bare repository") {
    const GitRepository empty({"--bare"});
    never_crashes_nor_passes(check_worktree(empty.path()));
    const TidyRepository repository;
    const ScratchFolder scratch;
    clone(repository, scratch.path() / "bare.git", {"--bare"});
    ended(check_worktree(scratch.path() / "bare.git"), kClean);
    ended(audit(scratch.path() / "bare.git"), kClean);
}

TEST_CASE("revisions that are none") {
    const TidyRepository repository;
    for (const std::string revision :
         {"nowhere", "HEAD~99", "0123456789012345678901234567890123456789", "HEAD:README.md", "--"}) {
        CAPTURE(revision);
        never_crashes_nor_passes(check_in(repository.path(), {"check", "--rev=" + revision}));
    }
    for (const std::string range : {"main", "..", "main..", "nowhere..main", "a...b", ""}) {
        CAPTURE(range);
        const Checked checked = check_in(repository.path(), {"check", "--range=" + range});
        INFO(checked.summary());
        CHECK(checked.exit_code <= 3);
    }
    ended(check_in(repository.path(), {"check", "--range=nowhere..main"}), kFailure);
    ended(check_in(repository.path(), {"check", "--range="}), kFailure);
}

TEST_CASE("HEAD that is no commit") {
    const TidyRepository repository;
    repository.write(".git/HEAD", "0123456789012345678901234567890123456789\n");
    never_crashes_nor_passes(check_worktree(repository.path()));
    repository.write(".git/HEAD", "nonsense\n");
    never_crashes_nor_passes(check_worktree(repository.path()));
}

// --- files that cannot be read

TEST_CASE("a folder in a document's place") {
    const TidyRepository repository;
    repository.remove(kRecord);
    fs::create_directories(repository.path() / kRecord);
    ended(check_worktree(repository.path()), kFindings, kRecord);
}

TEST_CASE("a broken link in a document's place, and one that leads out") {
    const TidyRepository repository;
    const std::string other = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    repository.link(other, "nowhere.md");
    ended(check_worktree(repository.path()), kFindings, other);
    repository.remove(other);
    repository.link(other, "/etc/hostname");
    ended(check_worktree(repository.path()), kFindings, other);
    repository.remove(other);
    repository.link(other, "defect-105-sums-phase-gate.md");
    ended(check_worktree(repository.path()), kFindings, other);
}

TEST_CASE("a pipe in a document's place does not block") {
    const TidyRepository repository;
    const fs::path pipe = repository.path() / kRecords / "defect-105-sums-phase-gate.md";
    REQUIRE(run_process({"mkfifo", pipe.string()}).exit_code == 0);
    ProcessOptions options;
    options.folder = repository.path();
    const ProcessResult result = run_process({"timeout", "20", DOCS_LINT_BINARY, "check"}, options);
    INFO(result.out << result.err);
    CHECK(result.exit_code <= 3);
}

namespace {

/// As somebody who may not open everything; root may.
ProcessResult run_as_nobody(const fs::path& folder, std::vector<std::string> arguments) {
    ProcessOptions options;
    options.folder = folder;
    arguments.insert(arguments.begin(),
                     {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--", DOCS_LINT_BINARY});
    arguments.emplace_back("--trust-repository");
    return run_process(arguments, options);
}

constexpr const char* kNotes = "classes:\n  note: {title: Note, paths: [\"notes/**\"], fields: [Owner]}\n";
constexpr const char* kNote = "# A note\n\nOwner: PMO Lead\n\n## Text\n\nText.\n";

} // namespace

TEST_CASE("a document that its reader may not open is one that could not be verified, and no more" *
          doctest::skip(geteuid() != 0)) {
    const TidyRepository repository;
    fs::permissions(repository.path(), fs::perms::all);
    repository.write(".docs-lint.yaml", kNotes);
    repository.write("notes/a.md", kNote);
    const auto report_of = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "check");
        return run_as_nobody(repository.path(), std::move(arguments));
    };
    const auto says = [](const ProcessResult& result, const std::string& part) {
        return (result.out + result.err).find(part) != std::string::npos;
    };
    SUBCASE("a note, committed or not, beside one with a fault") {
        SUBCASE("committed") {
            repository.commit("Notes");
        }
        SUBCASE("not committed") {}
        fs::permissions(repository.path() / "notes/a.md", fs::perms::none);
        const ProcessResult alone = report_of({});
        INFO(alone.out << alone.err);
        CHECK(alone.exit_code == kUnverifiable);
        CHECK(says(alone, "tool/document-unreadable"));
        CHECK(says(alone, "notes/a.md cannot be read: Permission denied"));
        CHECK_FALSE(says(alone, "record/"));
        const ProcessResult elsewhere = report_of({kRecords});
        INFO(elsewhere.out << elsewhere.err);
        CHECK(elsewhere.exit_code == kClean);
        repository.write("notes/b.md", "# A note\n\nStatus: Draft\n\n## Text\n\nText.\n");
        const ProcessResult both = report_of({"--output", "json"});
        INFO(both.out << both.err);
        CHECK(both.exit_code == kFindings);
        CHECK(says(both, "header/field-missing"));
        CHECK(says(both, "tool/document-unreadable"));
    }
    SUBCASE("a filed record: whether it is as it was filed") {
        fs::permissions(repository.path() / kRecord, fs::perms::none);
        for (const std::vector<std::string>& arguments :
             {std::vector<std::string>{}, std::vector<std::string>{"notes"}}) {
            const ProcessResult result = report_of(arguments);
            INFO(result.out << result.err);
            CHECK(result.exit_code == kUnverifiable);
            CHECK(says(result, kRecord + std::string(" cannot be read: Permission denied")));
            CHECK(says(result, "is as it was filed"));
            CHECK_FALSE(says(result, "record/deleted"));
            CHECK_FALSE(says(result, "locked"));
        }
    }
    SUBCASE("the doctor says it") {
        CHECK(run_as_nobody(repository.path(), {"doctor"}).exit_code == kClean);
        fs::permissions(repository.path() / "notes/a.md", fs::perms::none);
        const ProcessResult result = run_as_nobody(repository.path(), {"doctor"});
        INFO(result.out << result.err);
        CHECK(result.exit_code == kUnverifiable);
        CHECK(says(result, "notes/a.md cannot be read: Permission denied"));
        CHECK_FALSE(says(result, "cannot judge everything"));
    }
}

// --- configuration

TEST_CASE("broken configuration is refused with its place") {
    const TidyRepository repository;
    struct Case {
        const char* text;
        const char* place;
    };
    const Case cases[] = {
        {"rules: [\n", ".docs-lint.yaml:"},
        {"rules:\n  gate/no-such-rule: error\n", ".docs-lint.yaml:2:3"},
        {"rulez: {}\n", ".docs-lint.yaml:1:1"},
        {"extends: pmo\nextends: pmo\n", ".docs-lint.yaml:2:1"},
        {"extends: &a pmo\n", ".docs-lint.yaml:1:"},
        {"extends: *a\n", ".docs-lint.yaml:1:"},
        {"a: &a [*a]\n", ".docs-lint.yaml:1:"},
        {"<<: {extends: pmo}\n", ".docs-lint.yaml:1:1"},
        {"extends: pmo\n---\nextends: pmo\n", ".docs-lint.yaml:2:"},
        {"extends: \"pmo\n", ".docs-lint.yaml:"},
        {"extends: !!python/object pmo\n", ".docs-lint.yaml:1:"},
        {"\xff\xfe", ".docs-lint.yaml:1:"},
        {"- a\n- b\n", ".docs-lint.yaml:1:1"},
        {"rules:\n\tgate/item-missing: error\n", ".docs-lint.yaml:2:"},
        {"extends: pmo\nrules:\n  record/changed: flase\n", ".docs-lint.yaml:3:19"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        repository.write(".docs-lint.yaml", one.text);
        ended(check_worktree(repository.path()), kFailure, one.place);
    }
}

TEST_CASE("a configuration that is no plain file") {
    const TidyRepository repository;
    SUBCASE("a link") {
        repository.link(".docs-lint.yaml", "/etc/hostname");
    }
    SUBCASE("a broken link") {
        repository.link(".docs-lint.yaml", "nowhere");
    }
    SUBCASE("a folder") {
        repository.write(".docs-lint.yaml/a", "a");
    }
    SUBCASE("larger than any configuration") {
        repository.write(".docs-lint.yaml", std::string(2'000'000, '#'));
    }
    never_crashes_nor_passes(check_worktree(repository.path()));
}

TEST_CASE("a configuration whose name is nearly right is named, and nothing is judged without it") {
    const TidyRepository repository;
    for (const char* name : {".docs-lint.yml", "docs-lint.yaml", "docs-lint.yml", ".docslint.yaml"}) {
        CAPTURE(name);
        repository.write(name, "extends: pmo\n");
        ended(check_worktree(repository.path()), kFailure,
              name + std::string(" in the working tree is not read"));
        repository.git("add", name);
        ended(check_staged(repository.path()), kFailure, "rename it to .docs-lint.yaml");
        const ScratchFolder folder;
        write_file(folder.path() / name, "extends: pmo\n");
        ended(check_in(folder.path(), {"check"}), kFailure, name);
        ended(check_in(folder.path(), {"rules"}), kFailure, name);
        repository.git("rm", "--quiet", "--force", name);
    }
}

TEST_CASE("a name that is nearly that of the configuration harms nobody where the configuration is given") {
    const TidyRepository repository;
    repository.write(".docs-lint.yml", "extends: pmo\n");
    ended(check_in(repository.path(), {"check", "--config", ".docs-lint.yml"}), kClean);
    repository.commit("Configure");
    repository.move(".docs-lint.yml", ".docs-lint.yaml");
    repository.commit("Name it rightly");
    ended(check_range(repository.path(), "HEAD~1", "HEAD"), kClean, "tool/policy-changed");
    repository.write("docs/docs-lint.yml", "of another kind\n");
    ended(check_worktree(repository.path()), kClean);
}

TEST_CASE("--config that is not there") {
    const TidyRepository repository;
    ended(check_in(repository.path(), {"check", "--config", "nowhere.yaml"}), kFailure, "nowhere.yaml");
    ended(check_in(repository.path(), {"check", "--config", "docs"}), kFailure,
          "the configuration docs cannot be read: Is a directory");
}

TEST_CASE("a folder in place of a shard's report") {
    const TidyRepository repository;
    ended(check_in(repository.path(), {"merge", "docs"}), kFailure, "docs cannot be read: Is a directory");
}

TEST_CASE("usage errors end with 2") {
    const TidyRepository repository;
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"check", "--no-such-option"},
                                                      {"chekc"},
                                                      {"check", "--rev"},
                                                      {"explain", "no/such-rule"},
                                                      {"check", "nowhere.md"},
                                                      {"check", "--staged", "--rev", "HEAD"},
                                                      {"hook", "post-merge"},
                                                      {"check", "--as-of", "yesterday"},
                                                      {"check", "--fail-on", "nothing"}}) {
        CAPTURE(arguments.front());
        ProcessOptions options;
        options.folder = repository.path();
        const ProcessResult result = run_docs_lint(arguments, options);
        INFO(result.out << result.err);
        CHECK(result.exit_code == kFailure);
        CHECK(!result.err.empty());
    }
}

TEST_CASE("lines on a hook's standard input that git never writes") {
    const TidyRepository repository;
    for (const std::string line :
         {"nonsense\n", "a b c\n", "0000 0000 refs/heads/main\n", "\xff\xfe \x01 x\n"}) {
        CAPTURE(line);
        ProcessOptions options;
        options.input = line;
        ended(check_in(repository.path(), {"hook", "pre-receive"}, options), kFailure);
    }
}

// --- documents

TEST_CASE("a document in invalid UTF-8") {
    const TidyRepository repository;
    const std::string other = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    for (const std::string bytes :
         {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80", "\xe2\x28\xa1"}) {
        DefectRecord record = repository.filed();
        SignedItem& item = record.item("FS.1");
        item.owner = replaced(item.owner, "Yes", "Yes" + bytes);
        repository.write(other, record.text());
        ended(check_worktree(repository.path()), kFindings, other);
    }
}

TEST_CASE("a suppression that misspells its rule is told which one is meant") {
    const TidyRepository repository;
    repository.write(kSpec, repository.read(kSpec) +
                                "\n<!-- docs-lint: ignore[header/mising] reason=\"it follows\" -->\n");
    const Checked checked = check_worktree(repository.path());
    INFO(checked.summary());
    const Found* refused = checked.find("tool/suppression-refused", kSpec);
    REQUIRE(refused != nullptr);
    CHECK(refused->help == "did you mean header/missing?");
}

TEST_CASE("a document in UTF-16 is told to be one") {
    const TidyRepository repository;
    const std::string text = repository.read(kSpec);
    std::string wide = "\xff\xfe";
    for (const char byte : text) wide.append({byte, '\0'});
    repository.write(kSpec, wide);
    ended(check_worktree(repository.path()), kFindings, "it is written in UTF-16");
}

TEST_CASE("a date that lies ahead is held against today, whatever zone its writer may be in") {
    const auto today = [] {
        const std::time_t now = std::time(nullptr);
        char text[] = "YYYY-MM-DD";
        std::strftime(text, sizeof text, "%F", std::gmtime(&now));
        return std::string(text);
    };
    const TidyRepository repository;
    repository.write(kSpec, replaced(repository.read(kSpec), "**Last Updated:** 2026-02-06",
                                     "**Last Updated:** 2999-01-01"));
    const std::string before = today();
    const std::string said = check_worktree(repository.path()).summary();
    INFO(said);
    const auto has = [&said](const std::string& day) {
        return said.find("later than " + day + ", when that was written") != std::string::npos;
    };
    CHECK((has(before) || has(today())));
}

TEST_CASE("a document of 50 MB") {
    const TidyRepository repository;
    const std::string other = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    std::string text = repository.filed().text();
    text.append(50U << 20U, 'x');
    repository.write(other, text);
    const auto begin = std::chrono::steady_clock::now();
    ended(check_worktree(repository.path()), kUnverifiable, other);
    repository.commit("Large");
    ended(check_revision(repository.path()), kUnverifiable, other);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("hostile shapes end soon") {
    const TidyRepository repository;
    const std::string other = std::string(kRecords) + "/defect-105-sums-phase-gate.md";
    const std::string head = "# A\n\n**Owner:** PMO Lead\n**Status:** Active\n**Created:** 2026-02-02\n\n";
    const auto repeated = [](const std::string& part, std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) text += part;
        return text;
    };
    for (const std::string part : {"- ", ">", "*a ", "[", "![", "`", "|", "<!-- ", "<?", "&", "\\", "a\n-\n",
                                   "x\n-|-\n", "#", "    "}) {
        CAPTURE(part);
        repository.write(other, head + repeated(part, 500'000));
        ProcessOptions options;
        options.folder = repository.path();
        const ProcessResult result = run_process({"timeout", "20", DOCS_LINT_BINARY, "check"}, options);
        INFO(result.err.substr(0, 500));
        CHECK(result.exit_code <= 3);
    }
}

TEST_CASE("paths with blanks and other characters") {
    const TidyRepository repository;
    for (const std::string name :
         {"with blank", "a&b",   "a — b", "a:b",  "a+b",  "Größe", "日本", "a'b", "a\"b", "a;b",
          "$(a)",       "a%20b", "-rf",   "a\\b", "a\tb", "a\nb",  "[a]",  "{a}", "a*b",  "a?b"}) {
        CAPTURE(name);
        const std::string path = std::string(kRecords) + "/defect-105-" + name + "-phase-gate.md";
        DefectRecord record = repository.filed();
        record.item("FS.1").owner.clear();
        repository.write(path, record.text());
        const Checked checked = check_worktree(repository.path());
        INFO(checked.summary());
        CHECK(checked.exit_code == kFindings);
        const bool judged = checked.has("gate/owner-unconfirmed", path);
        // Where no class takes the name for that of a defect record, its process is not known: never a pass.
        CHECK((judged || !checked.unverified.empty() || checked.has("gate/owner-unconfirmed", path)));
        repository.remove(path);
    }
}

TEST_CASE("a path whose name is no UTF-8") {
    const TidyRepository repository;
    DefectRecord record = repository.filed();
    record.item("FS.1").owner.clear();
    repository.write(std::string(kRecords) + "/defect-105-\xff\xfe-phase-gate.md", record.text());
    const Checked checked = check_worktree(repository.path());
    INFO(checked.summary());
    CHECK(checked.exit_code == kFindings);
    CHECK(checked.is_json);
}

TEST_CASE("a commit message and an author full of control characters") {
    const TidyRepository repository;
    repository.write(kRecord, replaced(repository.read(kRecord), "by the three steps", "by the four steps"));
    repository.commit("\x1b[31m::error::x ##[command]y\r\xe2\x80\xae", "2026-02-20T09:00:00Z",
                      "a\x1b[31mb <c@example.org>");
    ProcessOptions options;
    options.folder = repository.path();
    options.environment = {{"GITHUB_ACTIONS", "true"}, {"CI", "true"}};
    for (const std::string format : {"full", "concise", "github", "json"}) {
        CAPTURE(format);
        const ProcessResult result =
            run_docs_lint({"audit", "--output", format, "--color", "never"}, options);
        CHECK(result.exit_code == kFindings);
        CHECK(result.out.find('\x1b') == std::string::npos);
        CHECK(result.out.find("##[") == std::string::npos);
    }
}

// --- clones that do not hold everything

TEST_CASE("a shallow clone at depth 1 and 2") {
    const TidyRepository repository;
    const ScratchFolder scratch;
    for (const std::string depth : {"1", "2"}) {
        CAPTURE(depth);
        const fs::path folder = scratch.path() / depth;
        clone(repository, folder, {"--depth", depth});
        for (const Checked& checked : {check_revision(folder), audit(folder), check_worktree(folder)})
            ended(checked, kUnverifiable, "fetch-depth: 0");
        ended(check_range(folder, repository.commits().active, "HEAD"), kUnverifiable, "fetch-depth: 0");
    }
}

TEST_CASE("a shallow clone of an edited record is still refused where the edit is seen") {
    const TidyRepository repository;
    repository.write(kRecord, replaced(repository.read(kRecord), "by the three steps", "by the four steps"));
    repository.commit("Edit");
    const ScratchFolder scratch;
    clone(repository, scratch.path() / "two", {"--depth", "2"});
    ended(audit(scratch.path() / "two"), kFindings, "record/changed");
    clone(repository, scratch.path() / "one", {"--depth", "1"});
    ended(audit(scratch.path() / "one"), kUnverifiable, "fetch-depth: 0");
}

TEST_CASE("a blobless partial clone") {
    const TidyRepository repository;
    repository.git("config", "uploadpack.allowFilter", "true");
    repository.write(kRecord, replaced(repository.read(kRecord), "by the three steps", "by the four steps"));
    repository.commit("Edit");
    const ScratchFolder scratch;
    const fs::path folder = scratch.path() / "blobless";
    clone(repository, folder, {"--filter=blob:none", "--no-checkout"});
    ended(audit(folder), kUnverifiable, kRecord);
    ended(check_range(folder, repository.commits().filed, "HEAD"), kUnverifiable, kRecord);
}

TEST_CASE("a partial clone that lacks what no rule needs") {
    const TidyRepository repository;
    repository.write("pictures/large.bin", std::string(100'000, 'x'));
    repository.commit("Picture");
    repository.git("config", "uploadpack.allowFilter", "true");
    const ScratchFolder scratch;
    const fs::path folder = scratch.path() / "partial";
    clone(repository, folder, {"--filter=blob:limit=50k", "--no-checkout"});
    ended(audit(folder), kClean);
    ended(check_revision(folder), kClean);
}

// --- repositories of other forms

TEST_CASE("a SHA-256 repository") {
    const GitRepository repository({"--object-format=sha256"});
    repository.write(kRecord, "# Nothing\n");
    repository.git("add", "--all");
    repository.git("commit", "--quiet", "--message", "Start");
    ended(check_worktree(repository.path()), kFailure, "not supported");
    ended(audit(repository.path()), kFailure, "not supported");
}

TEST_CASE("an unknown repository extension") {
    const TidyRepository repository;
    repository.git("config", "core.repositoryformatversion", "1");
    repository.git("config", "extensions.refstorage", "reftable");
    never_crashes_nor_passes(check_worktree(repository.path()));
    const TidyRepository other;
    other.git("config", "core.repositoryformatversion", "1");
    write_file(other.path() / ".git" / "config",
               read_file(other.path() / ".git" / "config") + "[extensions]\n\tsomethingnew = true\n");
    ended(check_worktree(other.path()), kFailure, "not supported");
}

TEST_CASE("a split index") {
    const TidyRepository repository;
    repository.git("update-index", "--split-index");
    const Checked staged = check_staged(repository.path());
    never_crashes_nor_passes(staged);
    CHECK(staged.err.find("split") != std::string::npos);
    ended(check_revision(repository.path()), kClean);
    ended(audit(repository.path()), kClean);
}

TEST_CASE("a sparse index") {
    const TidyRepository repository;
    repository.git("sparse-checkout", "init", "--cone", "--sparse-index");
    repository.git("sparse-checkout", "set", "src");
    const Checked staged = check_staged(repository.path());
    INFO(staged.summary());
    CHECK(staged.exit_code <= 3);
    if (staged.exit_code == kClean)
        CHECK(staged.is_json);
    else
        CHECK(staged.err.find("sparse") != std::string::npos);
    ended(check_revision(repository.path()), kClean);
    // Files that the sparse checkout leaves out are not deleted ones; that they are judged or named is what
    // counts.
    const Checked worktree = check_worktree(repository.path());
    INFO(worktree.summary());
    CHECK(!worktree.has("record/deleted", kRecord));
}

TEST_CASE("a bad index checksum") {
    const TidyRepository repository;
    std::string index = repository.read(".git/index");
    index.back() = static_cast<char>(index.back() ^ 1);
    repository.write(".git/index", index);
    never_crashes_nor_passes(check_staged(repository.path()));
}

TEST_CASE("another owner's repository" * doctest::skip(geteuid() != 0)) {
    const TidyRepository repository;
    REQUIRE(run_process({"chown", "-R", "12345:12345", repository.path().string()}).exit_code == 0);
    ended(check_worktree(repository.path()), kFailure, "safe.directory");
    ended(check_in(repository.path(), {"check", "--trust-repository"}), kClean);
    ended(check_in(repository.path(), {"check", "--rev", "HEAD", "--trust-repository"}), kClean);
}

// --- output that cannot be written

TEST_CASE("closed and full standard output") {
    const TidyRepository repository;
    for (const std::string format : {"full", "concise", "json", "github"}) {
        CAPTURE(format);
        const std::string run = "\"$DOCS_LINT\" check --rev HEAD --output " + format;
        const ProcessResult full = shell(repository, run + " > /dev/full");
        INFO(full.err);
        CHECK(full.exit_code == kFailure);
        CHECK(!full.err.empty());
        const ProcessResult closed = shell(repository, run + " >&-");
        INFO(closed.err);
        CHECK(closed.exit_code == kFailure);
        const ProcessResult pipe =
            shell(repository, "(sleep 0.2; " + run + ") | true; exit ${PIPESTATUS[0]}");
        INFO(pipe.err);
        CHECK(pipe.exit_code == kFailure);
        const ProcessResult head = shell(repository, run + " | head -0; exit ${PIPESTATUS[0]}");
        CHECK(head.exit_code <= 3);
    }
}

TEST_CASE("an output file that cannot be written") {
    const TidyRepository repository;
    for (const std::string target : {"/nonexistent/report.json", "/dev/full", "docs"}) {
        CAPTURE(target);
        ProcessOptions options;
        options.folder = repository.path();
        const ProcessResult result = run_docs_lint({"check", "--output", "json=" + target}, options);
        INFO(result.err);
        CHECK(result.exit_code == kFailure);
        CHECK(!result.err.empty());
    }
}

TEST_CASE("closed standard error and input do not change the verdict") {
    const TidyRepository repository;
    CHECK(shell(repository, "\"$DOCS_LINT\" check --rev HEAD 2>&- <&-").exit_code == kClean);
    repository.remove(kRecord);
    CHECK(shell(repository, "\"$DOCS_LINT\" check 2>&- <&-").exit_code == kFindings);
    CHECK(shell(repository, "\"$DOCS_LINT\" check 2>/dev/full").exit_code == kFindings);
}

TEST_CASE("the repository is never written to") {
    const TidyRepository repository;
    const auto state = [&] {
        return run_process({"bash", "-c",
                            "cd \"$1\" && find . -type f -printf '%p %s %T@\\n' | sort && find . -type f "
                            "-print0 | sort -z | xargs -0 sha1sum",
                            "sh", repository.path().string()})
            .out;
    };
    const std::string before = state();
    check_worktree(repository.path());
    check_staged(repository.path());
    check_revision(repository.path());
    audit(repository.path());
    check_range(repository.path(), repository.commits().active, "HEAD");
    CHECK(state() == before);
}
