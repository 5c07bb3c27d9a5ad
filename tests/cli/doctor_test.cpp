// `docs-lint doctor` in real repositories: each condition that bears on verdicts is named, with its cure, and
// the exit code says whether something cannot be verified.
#include "support/git_repository.hpp"
#include "support/installed_hook.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr int kAll = 0, kFailed = 2, kLimited = 3;

struct Diagnosed {
    int exit_code = -1;
    json report;
    std::string out;

    /// The observation of a section about a topic; null where there is none.
    [[nodiscard]] json find(const std::string& section, const std::string& topic) const {
        for (const json& one : report.at(section))
            if (one.at("topic") == topic) return one;
        return nullptr;
    }
    [[nodiscard]] bool says(const std::string& section, const std::string& topic, const std::string& standing,
                            const std::string& part) const {
        const json found = find(section, topic);
        return !found.is_null() && found.at("standing") == standing &&
               (found.at("text").get<std::string>() + found.at("cure").get<std::string>()).find(part) !=
                   std::string::npos;
    }
    [[nodiscard]] bool verifiable(const std::string& scope) const {
        for (const json& one : report.at("rules"))
            if (one.at("scope") == scope) return one.at("verifiable");
        return false;
    }
};

Diagnosed diagnose(const fs::path& folder, std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), {"-C", folder.string(), "doctor", "--output", "json"});
    const ProcessResult result = run_docs_lint(arguments);
    INFO(result.out);
    INFO(result.err);
    Diagnosed diagnosed{result.exit_code, json::parse(result.out, nullptr, false), result.out};
    REQUIRE_FALSE(diagnosed.report.is_discarded());
    return diagnosed;
}

fs::path cloned(const TidyRepository& origin, const ScratchFolder& scratch,
                std::vector<std::string> arguments) {
    const fs::path target = scratch.path() / "clone";
    arguments.insert(arguments.begin(), {"clone", "--quiet"});
    arguments.insert(arguments.end(), {"file://" + origin.path().string(), target.string()});
    origin.run(arguments);
    return target;
}

bool has_note_on_program(const fs::path& folder, const ProcessOptions& options) {
    const ProcessResult result = run_docs_lint({"-C", folder.string(), "doctor"}, options);
    return result.out.find("not on PATH") != std::string::npos;
}

std::string text_of(const fs::path& folder) {
    return run_docs_lint({"-C", folder.string(), "doctor"}).out;
}

} // namespace

TEST_CASE("a tidy repository: everything can be verified") {
    const TidyRepository repository;
    const Diagnosed diagnosed = diagnose(repository.path());
    INFO(diagnosed.out);
    CHECK(diagnosed.exit_code == kAll);
    CHECK(diagnosed.report["schema"] == "docs-lint-doctor/1");
    CHECK(diagnosed.report["standing"] == "note"); // no hooks
    CHECK(diagnosed.says("repository", "history", "ok", "complete"));
    CHECK(diagnosed.says("repository", "index", "ok", ""));
    CHECK(diagnosed.says("configuration", "policy", "ok", "the built-in pack"));
    CHECK(diagnosed.report["packs"] == json::array({"pmo"}));
    CHECK(diagnosed.report["governed"].get<int>() >= 3);
    CHECK(diagnosed.verifiable("history"));
    CHECK(diagnosed.verifiable("one document"));
    for (const char* library : {"docs-lint", "libgit2", "cmark-gfm", "yaml-cpp"})
        CHECK_FALSE(diagnosed.report["versions"][library].get<std::string>().empty());
}

TEST_CASE("a shallow clone") {
    const TidyRepository origin;
    const ScratchFolder scratch;
    const fs::path clone = cloned(origin, scratch, {"--depth", "1"});
    const Diagnosed diagnosed = diagnose(clone);
    INFO(diagnosed.out);
    CHECK(diagnosed.exit_code == kLimited);
    CHECK(diagnosed.says("repository", "history", "limited", "git fetch --unshallow"));
    CHECK_FALSE(diagnosed.verifiable("history"));
    CHECK(diagnosed.verifiable("one document"));
    origin.run({"-C", clone.string(), "fetch", "--quiet", "--unshallow"});
    CHECK(diagnose(clone).exit_code == kAll);
}

TEST_CASE("a partial clone, and one that is whole again") {
    const TidyRepository origin;
    origin.git("config", "uploadpack.allowFilter", "true");
    const ScratchFolder scratch;
    const fs::path clone = cloned(origin, scratch, {"--filter=blob:none", "--no-checkout"});
    const Diagnosed diagnosed = diagnose(clone);
    INFO(diagnosed.out);
    CHECK(diagnosed.exit_code == kLimited);
    CHECK(diagnosed.says("repository", "objects", "limited", "git fetch --refetch"));
    CHECK_FALSE(diagnosed.verifiable("history"));
    origin.run({"-C", clone.string(), "config", "--unset-all", "remote.origin.partialclonefilter"});
    origin.run({"-C", clone.string(), "fetch", "--quiet", "--refetch"});
    const Diagnosed whole = diagnose(clone);
    INFO(whole.out);
    CHECK(whole.exit_code == kAll);
    CHECK(whole.verifiable("history"));
}

TEST_CASE("split, sparse and conflicted indexes") {
    const TidyRepository repository;
    SUBCASE("split") {
        repository.git("update-index", "--split-index");
        const Diagnosed diagnosed = diagnose(repository.path());
        CHECK(diagnosed.exit_code == kLimited);
        CHECK(diagnosed.says("repository", "index", "limited", "git update-index --no-split-index"));
        CHECK(diagnosed.verifiable("history")); // commits and ranges can be judged
        CHECK(diagnosed.report["governed"].get<int>() >= 3);
    }
    SUBCASE("sparse") {
        repository.git("sparse-checkout", "set", "--cone", "--sparse-index", "docs");
        const Diagnosed diagnosed = diagnose(repository.path());
        CHECK(diagnosed.exit_code == kLimited);
        CHECK(diagnosed.says("repository", "index", "limited", "--no-sparse-index"));
    }
    SUBCASE("conflicted") {
        repository.branch("other");
        repository.write("a.txt", "1\n");
        repository.commit("One");
        repository.checkout("main");
        repository.write("a.txt", "2\n");
        repository.commit("Two");
        CHECK(repository.try_git({"merge", "other"}).exit_code != 0);
        const Diagnosed diagnosed = diagnose(repository.path());
        CHECK(diagnosed.exit_code == kLimited);
        CHECK(diagnosed.says("repository", "index", "limited", "a.txt"));
    }
}

TEST_CASE("formats that are not supported end in a failure that names them") {
    SUBCASE("SHA-256") {
        const GitRepository repository({"--object-format=sha256"});
        const Diagnosed diagnosed = diagnose(repository.path());
        CHECK(diagnosed.exit_code == kFailed);
        CHECK(diagnosed.says("repository", "git", "failed", "sha256"));
        CHECK_FALSE(diagnosed.verifiable("one document"));
    }
    SUBCASE("reftable") {
        const GitRepository repository;
        repository.git("config", "core.repositoryformatversion", "1");
        repository.git("config", "extensions.refstorage", "reftable");
        const Diagnosed diagnosed = diagnose(repository.path());
        CHECK(diagnosed.exit_code == kFailed);
        CHECK(diagnosed.says("repository", "git", "failed", "reftable"));
    }
}

TEST_CASE("documents that no check would read are said, once for all of them") {
    const TidyRepository repository;
    const std::string large = "# Large\n\n" + std::string((1U << 20U) + 1, 'x') + "\n";
    repository.write(kSpec, large);
    Diagnosed diagnosed = diagnose(repository.path());
    INFO(diagnosed.out);
    CHECK(diagnosed.exit_code == kLimited);
    CHECK(diagnosed.says("configuration", "unread", "limited", kSpec));
    CHECK_FALSE(diagnosed.says("configuration", "unread", "limited", "either"));
    CHECK(diagnosed.verifiable("history"));
    repository.write(kContract, large);
    diagnosed = diagnose(repository.path());
    CHECK(diagnosed.says("configuration", "unread", "limited", "1 other document cannot be judged, either"));
}

TEST_CASE("another owner") {
    if (geteuid() != 0) return;
    const TidyRepository repository;
    for (const auto& entry : fs::recursive_directory_iterator(repository.path()))
        REQUIRE(lchown(entry.path().c_str(), 4711, 4711) == 0);
    REQUIRE(lchown(repository.path().c_str(), 4711, 4711) == 0);
    const Diagnosed diagnosed = diagnose(repository.path());
    CHECK(diagnosed.exit_code == kFailed);
    CHECK(diagnosed.says("repository", "git", "failed", "safe.directory"));
    CHECK(diagnose(repository.path(), {"--trust-repository"}).exit_code == kAll);
}

TEST_CASE("replace refs and grafts are named and stand in nobody's way") {
    const TidyRepository repository;
    repository.git("replace", "--graft", "main");
    repository.write(".git/info/grafts", repository.id_of("main") + "\n");
    const Diagnosed diagnosed = diagnose(repository.path());
    INFO(diagnosed.out);
    CHECK(diagnosed.exit_code == kAll);
    CHECK(diagnosed.says("repository", "replaced", "note", "1 replace ref"));
    CHECK(diagnosed.says("repository", "grafts", "note", "ignored"));
}

TEST_CASE("bare, linked, unborn, none") {
    const TidyRepository repository;
    const ScratchFolder scratch;
    SUBCASE("bare") {
        const Diagnosed diagnosed = diagnose(cloned(repository, scratch, {"--bare"}));
        INFO(diagnosed.out);
        CHECK(diagnosed.exit_code == kAll);
        CHECK(diagnosed.says("repository", "bare", "note", "no working tree"));
        CHECK(diagnosed.says("hooks", "pre-receive", "note", "not installed"));
    }
    SUBCASE("a bare one without commits") {
        const GitRepository bare({"--bare"});
        const Diagnosed diagnosed = diagnose(bare.path());
        CHECK(diagnosed.exit_code == kFailed);
        CHECK(diagnosed.says("configuration", "documents", "failed", "without commits"));
    }
    SUBCASE("a linked worktree") {
        repository.git("worktree", "add", "--quiet", (scratch.path() / "linked").string());
        const Diagnosed diagnosed = diagnose(scratch.path() / "linked");
        CHECK(diagnosed.exit_code == kAll);
        CHECK(diagnosed.says("repository", "worktree", "note", "linked"));
    }
    SUBCASE("an unborn branch") {
        const GitRepository empty;
        const Diagnosed diagnosed = diagnose(empty.path());
        CHECK(diagnosed.exit_code == kAll);
        CHECK(diagnosed.says("repository", "HEAD", "note", "without commits"));
        CHECK(diagnosed.says("configuration", "documents", "note", "docs-lint init"));
    }
    SUBCASE("no repository") {
        const Diagnosed diagnosed = diagnose(scratch.path());
        CHECK(diagnosed.exit_code == kLimited);
        CHECK(diagnosed.says("repository", "git", "limited", "no git repository"));
        CHECK_FALSE(diagnosed.verifiable("history"));
        CHECK(diagnosed.verifiable("one document"));
    }
    SUBCASE("a damaged one") {
        write_file(scratch.path() / ".git" / "HEAD", "");
        CHECK(diagnose(scratch.path()).exit_code == kFailed);
    }
}

TEST_CASE("a configuration that does not load is shown with all its problems") {
    const TidyRepository repository;
    repository.write(".docs-lint.yaml", "rules: {no/such: off}\nclasses: {x: {}}\n");
    const Diagnosed diagnosed = diagnose(repository.path());
    INFO(diagnosed.out);
    CHECK(diagnosed.exit_code == kFailed);
    CHECK(diagnosed.says("configuration", "policy", "failed", "no/such"));
    CHECK(diagnosed.says("configuration", "policy", "failed", "\"title\""));
    CHECK_FALSE(diagnosed.verifiable("one document"));
    CHECK(text_of(repository.path()).find("no/such") != std::string::npos);
}

TEST_CASE("paths of the configuration that no document follows are named, those of the pack are not") {
    const TidyRepository repository;
    CHECK(diagnose(repository.path()).find("configuration", "paths").is_null());
    repository.write(".docs-lint.yaml", "classes:\n"
                                        "  note:\n"
                                        "    title: Note\n"
                                        "    number: 3\n"
                                        "    paths: [\"docs/notes/*.md\"]\n");
    const Diagnosed diagnosed = diagnose(repository.path());
    INFO(diagnosed.out);
    CHECK(diagnosed.exit_code == kAll);
    CHECK(diagnosed.says("configuration", "paths", "note", "\"docs/notes/*.md\" of the class note"));
    repository.write("docs/notes/first.md", "# First\n");
    CHECK(diagnose(repository.path()).find("configuration", "paths").is_null());
}

TEST_CASE("a configuration that is not committed judges no change") {
    const TidyRepository repository;
    repository.write(".docs-lint.yaml", "extends: pmo\n");
    const Diagnosed diagnosed = diagnose(repository.path());
    CHECK(diagnosed.exit_code == kAll);
    CHECK(diagnosed.says("configuration", "base", "note", "the built-in pack alone"));
    repository.commit("Configure");
    CHECK(diagnose(repository.path()).says("configuration", "base", "ok", ".docs-lint.yaml of HEAD"));
    repository.remove(".docs-lint.yaml");
    CHECK(diagnose(repository.path()).says("configuration", "base", "note", ".docs-lint.yaml of HEAD"));
}

TEST_CASE("hooks and those who call docs-lint in their place") {
    const TidyRepository repository;
    install_hook(repository, "pre-commit");
    CHECK(diagnose(repository.path()).says("hooks", "pre-commit", "ok", "installed"));
    CHECK(diagnose(repository.path()).says("hooks", "pre-push", "note", "not installed"));
    fs::permissions(repository.path() / ".git/hooks/pre-commit", fs::perms::owner_read);
    CHECK(diagnose(repository.path()).says("hooks", "pre-commit", "note", "chmod +x"));
    repository.write("tools/hooks/pre-push", "#!/bin/sh\nexec make check\n");
    repository.git("config", "core.hooksPath", "tools/hooks");
    CHECK(diagnose(repository.path()).says("hooks", "pre-commit", "note", "docs-lint install"));
    CHECK(diagnose(repository.path()).says("hooks", "pre-push", "note", "does not name docs-lint"));
    CHECK(diagnose(repository.path()).find("hooks", "named in").is_null());
    repository.write(".pre-commit-config.yaml", "repos: [{hooks: [{id: docs-lint}]}]\n");
    repository.write(".github/workflows/check.yml", "steps: [{uses: OWNER/docs-lint@main}]\n");
    CHECK(diagnose(repository.path())
              .says("hooks", "named in", "ok", ".github/workflows/check.yml and .pre-commit-config.yaml"));
}

TEST_CASE("a hook whose program no shell would find is named") {
    const TidyRepository repository;
    repository.write(".github/workflows/check.yml", "steps: [{uses: OWNER/docs-lint@main}]\n");
    CHECK(diagnose(repository.path()).find("hooks", "program").is_null());
    install_hook(repository, "pre-commit");
    CHECK(diagnose(repository.path()).says("hooks", "program", "note", "not on PATH"));
    const ProgramFolder program;
    CHECK_FALSE(has_note_on_program(repository.path(), program.options()));
}

TEST_CASE("the text keeps to the width of the terminal, and shows nothing that a terminal obeys") {
    const TidyRepository repository;
    const auto keeps_to_it = [&] {
        std::istringstream lines(text_of(repository.path()));
        for (std::string line; std::getline(lines, line);) {
            CHECK(line.find('\x1b') == std::string::npos);
            const bool has_path = line.find('/') != std::string::npos; // those are not broken
            CHECK_MESSAGE((line.size() <= 100 || has_path), line);
        }
    };
    keeps_to_it();
    repository.write(".docs-lint.yaml", "rules: {\"a\\eb\": off}\n");
    keeps_to_it();
}
