#include "support/installed_hook.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <vector>

// Real hook managers, told to run docs-lint by the very lines that `docs-lint install` prints for them.

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

struct Manager {
    std::string name;
    std::string file;    ///< to which its lines for pre-commit go
    std::string initial; ///< what a team has in it before
    std::vector<std::string> install;
};

const Manager kPreCommit = {
    "pre-commit",
    ".pre-commit-config.yaml",
    "repos:\n- repo: local\n  hooks:\n    - {id: other, name: other, entry: 'true', language: system}\n",
    {"pre-commit", "install", "--hook-type", "pre-commit", "--hook-type", "pre-push"}};
const Manager kPrek = {"prek",
                       kPreCommit.file,
                       kPreCommit.initial,
                       {"prek", "install", "--hook-type", "pre-commit", "--hook-type", "pre-push"}};
const Manager kLefthook = {"lefthook", "lefthook.yml", "colors: false\n", {"lefthook", "install"}};
const Manager kHusky = {"husky", ".husky/pre-commit", "true\n", {"husky"}};

const fs::path kNodePrograms = fs::path(DOCS_LINT_NODE_MODULES) / ".bin";

bool has(const Manager& manager) {
    return manager.name == "pre-commit" ? run_process({"pre-commit", "--version"}).exit_code == 0
                                        : fs::exists(kNodePrograms / manager.name);
}

/// A tidy repository whose team uses a manager, and a server to push to.
class Managed {
public:
    explicit Managed(const Manager& manager) : manager_(manager) {
        repository.git("remote", "add", "origin", server.path().string());
        repository.git("push", "--quiet", "origin", "main");
        repository.write(manager.file, manager.initial);
    }

    [[nodiscard]] ProcessOptions options() const {
        ProcessOptions options = program_.options();
        options.folder = repository.path();
        options.environment["PATH"] += ":" + kNodePrograms.string();
        for (const char* home : {"HOME", "PRE_COMMIT_HOME", "PREK_HOME"})
            options.environment[home] = home_.path().string();
        return options;
    }
    [[nodiscard]] ProcessResult install(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "install");
        if (manager_.name == "prek") arguments.insert(arguments.end(), {"--manager", "prek"});
        return run_docs_lint(arguments, options());
    }
    /// `env`, since a program is looked for by the caller's own PATH.
    [[nodiscard]] ProcessResult run_manager() const {
        std::vector<std::string> command = manager_.install;
        command.insert(command.begin(), "env");
        return run_process(command, options());
    }
    void add_lines(const std::string& file, const std::vector<std::string>& arguments) const {
        const std::string before = fs::exists(repository.path() / file) ? repository.read(file) : "";
        const ProcessResult asked = install(arguments);
        INFO(asked.out << asked.err);
        CHECK(asked.exit_code == 2);
        CHECK(asked.err.find("nothing was written") != std::string::npos);
        CHECK((fs::exists(repository.path() / file) ? repository.read(file) : "") == before);
        repository.write(file, before + asked.out);
    }
    /// As a person would who does what is printed.
    void follow_advice() const {
        if (manager_.name == "husky") {
            add_lines(manager_.file, {"--hook-type", "pre-commit"});
            add_lines(".husky/pre-push", {"--hook-type", "pre-push"});
        } else {
            add_lines(manager_.file, {});
        }
        REQUIRE(run_manager().exit_code == 0);
        repository.git("add", "--all");
        repository.git("commit", "--quiet", "--no-verify", "-m", "Hooks");
        base = repository.id_of("HEAD");
    }
    [[nodiscard]] ProcessResult git(const std::vector<std::string>& arguments) const {
        return repository.try_git(arguments, options());
    }
    [[nodiscard]] std::string edited() const {
        return replaced(repository.read(kRecord), "by the three steps of the report",
                        "by the four steps of the report");
    }

    TidyRepository repository;
    GitRepository server{{"--bare"}};
    mutable std::string base;

private:
    Manager manager_;
    ProgramFolder program_;
    ScratchFolder home_;
};

void refused(const Managed& managed, const ProcessResult& result, const std::string& rule) {
    INFO(result.out << result.err);
    CHECK(result.exit_code != 0);
    CHECK((result.out + result.err).find(rule) != std::string::npos);
    CHECK(managed.repository.id_of("HEAD") == managed.base);
}

void accepted(const Managed& managed, const ProcessResult& result) {
    INFO(result.out << result.err);
    CHECK(result.exit_code == 0);
    CHECK((result.out + result.err).find("docs-lint") != std::string::npos);
    CHECK(managed.repository.id_of("HEAD^") == managed.base);
}

void judges_pushes(const Managed& managed) {
    managed.repository.write("notes/a.md", "# A\n");
    managed.repository.commit("Note");
    const ProcessResult honest = managed.git({"push", "origin", "main"});
    INFO(honest.out << honest.err);
    CHECK(honest.exit_code == 0);
    managed.repository.remove(kRecord);
    managed.repository.commit("Delete");
    const ProcessResult result = managed.git({"push", "origin", "main"});
    INFO(result.out << result.err);
    CHECK(result.exit_code != 0);
    CHECK((result.out + result.err).find("record/deleted") != std::string::npos);
    CHECK(managed.server.id_of("main") == managed.repository.id_of("HEAD^"));
}

void judges_everything(const Manager& manager) {
    const Managed managed(manager);
    managed.follow_advice();
    const GitRepository& repository = managed.repository;
    SUBCASE("it is seen to be there") {
        const ProcessResult again = managed.install({});
        INFO(again.out << again.err);
        CHECK(again.exit_code == 0);
        CHECK(again.out.find(
                  "pre-commit: " + std::string(manager.name == "prek" ? "pre-commit" : manager.name) +
                  " runs docs-lint already") != std::string::npos);
        ProcessOptions options = managed.options();
        const ProcessResult doctor = run_docs_lint({"doctor"}, options);
        INFO(doctor.out);
        CHECK(doctor.out.find("installed by ") != std::string::npos);
        CHECK(doctor.out.find("not installed") == std::string::npos);
    }
    SUBCASE("a tidy commit") {
        repository.write("notes/a.md", "# A\n");
        repository.git("add", "--all");
        accepted(managed, managed.git({"commit", "-m", "Note"}));
    }
    SUBCASE("an edit of a filed record") {
        repository.write(kRecord, managed.edited());
        repository.git("add", "--all");
        refused(managed, managed.git({"commit", "-m", "Edit"}), "record/changed");
    }
    SUBCASE("a commit that only deletes a filed record") {
        repository.git("rm", "--quiet", kRecord);
        refused(managed, managed.git({"commit", "-m", "Delete"}), "record/deleted");
    }
    SUBCASE("commit -a of a deletion") {
        repository.remove(kRecord);
        refused(managed, managed.git({"commit", "-a", "-m", "Delete"}), "record/deleted");
    }
    SUBCASE("commit -- path") {
        repository.write(kRecord, managed.edited());
        repository.write("README.md", "# Sums\n");
        refused(managed, managed.git({"commit", "-m", "Edit", "--", kRecord}), "record/changed");
    }
    SUBCASE("pushes") {
        judges_pushes(managed);
    }
}

} // namespace

TEST_CASE("manager: pre-commit" * doctest::skip(!has(kPreCommit))) {
    judges_everything(kPreCommit);
}

TEST_CASE("manager: prek" * doctest::skip(!has(kPrek))) {
    judges_everything(kPrek);
}

TEST_CASE("manager: lefthook" * doctest::skip(!has(kLefthook))) {
    judges_everything(kLefthook);
}

TEST_CASE("manager: husky" * doctest::skip(!has(kHusky))) {
    judges_everything(kHusky);
}

TEST_CASE("manager: an unasked one is no reason to stop" * doctest::skip(!has(kLefthook))) {
    const Managed managed(kLefthook);
    const ProcessResult installed = managed.install({"--manager", "git"});
    INFO(installed.out << installed.err);
    CHECK(installed.exit_code == 0);
    CHECK(managed.repository.read("lefthook.yml") == kLefthook.initial);
    CHECK(fs::exists(managed.repository.path() / ".git/hooks/pre-push"));
}

TEST_CASE("manager: husky's own hook files are somebody else's" * doctest::skip(!has(kHusky))) {
    const Managed managed(kHusky);
    REQUIRE(managed.run_manager().exit_code == 0);
    const std::string before = managed.repository.read(".husky/_/pre-commit");
    const ProcessResult refused = managed.install({"--manager", "git"});
    CHECK(refused.exit_code == 2);
    CHECK(refused.err.find("stays as it is") != std::string::npos);
    CHECK(managed.repository.read(".husky/_/pre-commit") == before);
}

TEST_CASE("manager: two of them must be told apart") {
    const TidyRepository repository;
    repository.write("lefthook.yml", "");
    repository.write(".pre-commit-config.yaml", "repos: []\n");
    ProcessOptions options;
    options.folder = repository.path();
    const ProcessResult result = run_docs_lint({"install"}, options);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find("lefthook and pre-commit are set up here") != std::string::npos);
    CHECK(result.out.empty());
    CHECK_FALSE(fs::exists(repository.path() / ".git/hooks/pre-commit"));
}
