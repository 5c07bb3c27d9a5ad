// What `cmake --install` puts where, and the npm package, installed by the real npm.
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/source_files.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

Names files_below(const fs::path& folder) {
    Names names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (!entry.is_directory()) names.insert(entry.path().lexically_relative(folder).string());
    return names;
}

bool is_executable(const fs::path& file) {
    return (fs::status(file).permissions() & fs::perms::owner_exec) != fs::perms::none;
}

ProcessResult run_in(const fs::path& folder, const std::vector<std::string>& command) {
    ProcessOptions options;
    options.folder = folder;
    options.environment = {{"HOME", folder}, {"npm_config_update_notifier", "false"}};
    return run_process(command, options);
}

void succeed_in(const fs::path& folder, const std::vector<std::string>& command) {
    const auto result = run_in(folder, command);
    REQUIRE_MESSAGE(result.exit_code == 0, command[0] << ": " << result.out << result.err);
}

/// Files that a page links to, without sections; none of those in its examples, which stand in blocks.
std::vector<std::string> links_in(const std::string& page) {
    const std::regex link(R"(\]\(([^)#]+)[^)]*\))");
    std::vector<std::string> targets;
    std::istringstream lines(page);
    bool in_block = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) in_block = !in_block;
        if (in_block) continue;
        for (std::sregex_iterator at(line.begin(), line.end(), link), end; at != end; ++at)
            if (const std::string target = (*at)[1]; target.find("://") == std::string::npos)
                targets.push_back(target);
    }
    REQUIRE(targets.size() > 20);
    return targets;
}

} // namespace

TEST_CASE("cmake --install gives the program, its pages, completions and hooks, and nothing else") {
    const ScratchFolder stage;
    succeed_in(stage.path(), {DOCS_LINT_CMAKE, "--install", DOCS_LINT_BUILD_DIR, "--prefix", stage.path()});
    Names expected = {"bin/docs-lint",
                      "share/man/man1/docs-lint.1",
                      "share/bash-completion/completions/docs-lint",
                      "share/zsh/site-functions/_docs-lint",
                      "share/fish/vendor_completions.d/docs-lint.fish",
                      "share/docs-lint/hooks/pre-commit",
                      "share/docs-lint/hooks/pre-push",
                      "share/docs-lint/hooks/pre-receive"};
    for (const char* folder : {"rules/docs", "rules/pmo", "rules/adr"})
        for (const std::string& page : source_files(folder)) expected.insert("share/doc/docs-lint/" + page);
    for (const char* page : {"README.md", "ARCHITECTURE.md", "SECURITY.md", "bench/README.md",
                             "rules/README.md", "docs/bypass.md", "docs/editors.md", "docs/github-action.md",
                             "docs/report.png", "scripts/demonstration.d/faults"})
        expected.insert(std::string("share/doc/docs-lint/") + page);
    CHECK(files_below(stage.path()) == expected);
    for (const std::string& name : expected) {
        CAPTURE(name);
        CHECK(fs::file_size(stage.path() / name) > 0);
        const bool runs = name.find("bin/") == 0 || name.find("/hooks/") != std::string::npos;
        CHECK(is_executable(stage.path() / name) == runs);
    }
    const fs::path pages = stage.path() / "share/doc/docs-lint";
    for (const std::string& target : links_in(read_file(pages / "README.md"))) {
        CAPTURE(target);
        CHECK(fs::exists(pages / target));
    }
    const auto version = run_in(stage.path(), {stage.path() / "bin/docs-lint", "--version"});
    CHECK(version.exit_code == 0);
    CHECK(version.out == run_docs_lint({"--version"}).out);
}

TEST_CASE("the npm package holds the program itself, and runs once npm has installed it") {
    const ScratchFolder folder;
    const fs::path program = folder.path() / "program";
    succeed_in(folder.path(), {"strip", "-o", program, DOCS_LINT_BINARY}); // what is packed quicker
    const fs::path package = folder.path() / "package";
    succeed_in(folder.path(), {source_root() / "scripts/npm-package", program, package});

    const auto packed = run_in(package, {"npm", "pack", "--json"});
    REQUIRE_MESSAGE(packed.exit_code == 0, packed.err);
    const auto report = nlohmann::json::parse(packed.out).at(0);
    Names names;
    for (const auto& file : report.at("files")) names.insert(file.at("path"));
    CHECK(names == Names{"README.md", "bin/docs-lint", "completions/_docs-lint", "completions/docs-lint",
                         "completions/docs-lint.fish", "hooks/commit-msg", "hooks/pre-commit",
                         "hooks/pre-push", "hooks/pre-receive", "man/docs-lint.1", "package.json"});
    const auto manifest = nlohmann::json::parse(read_file(package / "package.json"));
    CHECK_FALSE(manifest.contains("scripts")); // nothing is run or fetched at installation

    const fs::path project = folder.path() / "project";
    fs::create_directory(project);
    const fs::path tarball = package / report.at("filename").get<std::string>();
    succeed_in(project, {"npm", "install", "--offline", "--no-audit", "--no-fund", tarball});
    const auto version = run_in(project, {"npx", "--no-install", "docs-lint", "--version"});
    CHECK_MESSAGE(version.exit_code == 0, version.err);
    CHECK(version.out == run_docs_lint({"--version"}).out);
    CHECK(manifest.at("version") == version.out.substr(10, version.out.find(' ', 10) - 10));
}
