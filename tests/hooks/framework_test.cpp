#include "support/installed_hook.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>

// The pre-commit framework (https://pre-commit.com) as Debian ships it, with the hook as the manifest of this
// project defines it.

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

bool has_framework() {
    return run_process({"pre-commit", "--version"}).exit_code == 0;
}

std::string indented(const std::string& manifest) {
    std::string text;
    for (std::size_t at = 0; at < manifest.size();) {
        const std::size_t end = std::min(manifest.find('\n', at), manifest.size());
        const std::string line = manifest.substr(at, end - at);
        if (!line.empty() && line.front() != '#') text += "      " + line + "\n";
        at = end + 1;
    }
    return text;
}

class Framed {
public:
    Framed() {
        const std::string manifest = read_file(fs::path(DOCS_LINT_SOURCE_DIR) / ".pre-commit-hooks.yaml");
        repository.write(".pre-commit-config.yaml",
                         "repos:\n  - repo: local\n    hooks:\n" + indented(manifest));
        base = repository.commit("Configure the framework");
    }

    [[nodiscard]] ProcessOptions options() const {
        ProcessOptions options = program.options();
        options.environment["PRE_COMMIT_HOME"] = home.path().string();
        options.environment["HOME"] = home.path().string();
        return options;
    }
    [[nodiscard]] ProcessResult git(const std::vector<std::string>& arguments) const {
        return repository.try_git(arguments, options());
    }
    [[nodiscard]] ProcessResult framework(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "pre-commit");
        ProcessOptions here = options();
        here.folder = repository.path();
        return run_process(arguments, here);
    }
    [[nodiscard]] std::string edited() const {
        return replaced(repository.read(kRecord), "by the three steps of the report",
                        "by the four steps of the report");
    }

    TidyRepository repository;
    ProgramFolder program;
    ScratchFolder home;
    std::string base;
};

void says(const ProcessResult& result, bool refused, const std::string& part) {
    INFO(result.out << result.err);
    CHECK((result.exit_code != 0) == refused);
    CHECK((result.out + result.err).find(part) != std::string::npos);
}

} // namespace

TEST_CASE("framework: commits are judged, deletions too" * doctest::skip(!has_framework())) {
    const Framed framed;
    const ProcessResult installed = framed.framework({"install"});
    REQUIRE(installed.exit_code == 0);
    SUBCASE("an edit of a filed record") {
        framed.repository.write(kRecord, framed.edited());
        framed.repository.git("add", "--all");
        says(framed.git({"commit", "-m", "Edit"}), true, "record/changed");
        CHECK(framed.repository.id_of("HEAD") == framed.base);
    }
    SUBCASE("a commit that only deletes") {
        framed.repository.git("rm", "--quiet", kRecord);
        says(framed.git({"commit", "-m", "Delete"}), true, "record/deleted");
        CHECK(framed.repository.id_of("HEAD") == framed.base);
    }
    SUBCASE("a commit that only renames") {
        framed.repository.write("notes/a.md", "# A\n");
        framed.repository.git("mv", kRecord, "notes/104.md");
        says(framed.git({"commit", "-m", "Rename"}), true, "record/deleted");
    }
    SUBCASE("commit -a") {
        framed.repository.remove(kRecord);
        says(framed.git({"commit", "-a", "-m", "Delete"}), true, "record/deleted");
    }
    SUBCASE("an honest commit with something unstaged") {
        framed.repository.write("notes/a.md", "# A\n");
        framed.repository.git("add", "--all");
        framed.repository.write(kRecord, framed.edited());
        says(framed.git({"commit", "-m", "Note"}), false, "Passed");
        CHECK(framed.repository.id_of("HEAD^") == framed.base);
    }
}

TEST_CASE("framework: run on demand and over a range" * doctest::skip(!has_framework())) {
    const Framed framed;
    says(framed.framework({"run", "--all-files"}), false, "Passed");
    framed.repository.remove(kRecord);
    framed.repository.commit("Delete");
    framed.repository.git("revert", "--no-edit", "HEAD");
    says(framed.framework({"run", "--from-ref", framed.base, "--to-ref", "HEAD"}), true, "record/deleted");
}

TEST_CASE("framework: at a push" * doctest::skip(!has_framework())) {
    const Framed framed;
    const GitRepository server({"--bare"});
    framed.repository.git("remote", "add", "origin", server.path().string());
    framed.repository.git("push", "--quiet", "origin", "main");
    REQUIRE(framed.framework({"install", "--hook-type", "pre-push"}).exit_code == 0);
    framed.repository.write("notes/a.md", "# A\n");
    framed.repository.commit("Note");
    says(framed.git({"push", "origin", "main"}), false, "Passed");
    framed.repository.remove(kRecord);
    framed.repository.commit("Delete");
    says(framed.git({"push", "origin", "main"}), true, "record/deleted");
}

TEST_CASE("framework: this project as a repository that a configuration names" *
          doctest::skip(!has_framework())) {
    const GitRepository project;
    project.write(".pre-commit-hooks.yaml",
                  read_file(fs::path(DOCS_LINT_SOURCE_DIR) / ".pre-commit-hooks.yaml"));
    const std::string revision = project.commit("The manifest");
    const Framed framed;
    framed.repository.write(".pre-commit-config.yaml", "repos:\n  - repo: " + project.path().string() +
                                                           "\n    rev: " + revision +
                                                           "\n    hooks: [{id: docs-lint}]\n");
    const std::string base = framed.repository.commit("Configure the framework");
    REQUIRE(framed.framework({"install"}).exit_code == 0);
    framed.repository.write("notes/a.md", "# A\n");
    framed.repository.git("add", "--all");
    says(framed.git({"commit", "-m", "Note"}), false, "Passed");
    framed.repository.git("rm", "--quiet", kRecord);
    says(framed.git({"commit", "-m", "Delete"}), true, "record/deleted");
    CHECK(framed.repository.id_of("HEAD^") == base);
}

TEST_CASE("framework: the manifest of this project is found by try-repo" * doctest::skip(!has_framework())) {
    const Framed framed;
    const GitRepository project;
    project.write(".pre-commit-hooks.yaml",
                  read_file(fs::path(DOCS_LINT_SOURCE_DIR) / ".pre-commit-hooks.yaml"));
    project.commit("The manifest");
    framed.repository.git("rm", "--quiet", kRecord);
    ProcessOptions options = framed.options();
    options.folder = framed.repository.path();
    options.environment["GIT_ALLOW_PROTOCOL"] = "file";
    const ProcessResult result =
        run_process({"pre-commit", "try-repo", project.path().string(), "docs-lint", "--verbose"}, options);
    says(result, true, "record/deleted");
}
