#include "cli/manager_lines.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using engine::HookManager;

namespace {

const HookManager kFramework{"pre-commit", ".pre-commit-config.yaml"};
const HookManager kLefthook{"lefthook", "lefthook.yml"};
const HookManager kHusky{"husky", ".husky"};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("lines for pre-commit say what the manifest of this project says") {
    const std::string lines = cli::lines_for(kFramework, {"pre-commit"}, "");
    const std::string manifest = tests::read_file(DOCS_LINT_SOURCE_DIR "/.pre-commit-hooks.yaml");
    CHECK(lines.substr(0, 7) == "repos:\n");
    for (const char* key : {"id: ", "name: ", "entry: ", "language: ", "always_run: ", "pass_filenames: ",
                            "require_serial: "}) {
        CAPTURE(key);
        const std::size_t at = manifest.find(key);
        REQUIRE(at != std::string::npos);
        CHECK(contains(lines, manifest.substr(at, manifest.find('\n', at) + 1 - at)));
    }
}

TEST_CASE("lines for pre-commit stand as far in as the entries that are there") {
    CHECK(cli::lines_for(kFramework, {"pre-commit"}, "repos:\n- repo: local\n").substr(0, 14) ==
          "- repo: local\n");
    CHECK(cli::lines_for(kFramework, {"pre-commit"}, "repos:\n    - repo: local\n").substr(0, 18) ==
          "    - repo: local\n");
}

TEST_CASE(
    "lines for lefthook hand on what git writes to pre-push, and warn of keys that stand there already") {
    CHECK(cli::lines_for(kLefthook, {"pre-push"}, "") == "pre-push:\n  commands:\n    docs-lint:\n"
                                                         "      run: docs-lint hook pre-push {0}\n"
                                                         "      use_stdin: true\n");
    CHECK_FALSE(contains(cli::lines_for(kLefthook, {"pre-commit"}, ""), "use_stdin"));
    const std::string there = "pre-push:\n  jobs: []\n";
    CHECK(contains(cli::caution_for(kLefthook, {"pre-commit", "pre-push"}, there), "pre-push is there"));
    CHECK(cli::caution_for(kLefthook, {"pre-commit"}, there).empty());
    CHECK(contains(cli::caution_for({"lefthook", "lefthook.toml"}, {"pre-commit"}, ""), "YAML"));
}

TEST_CASE("lines for husky are commands") {
    CHECK(cli::lines_for(kHusky, {"pre-commit"}, "") == "docs-lint hook pre-commit\n");
    CHECK(cli::lines_for(kHusky, {"pre-push"}, "") == "docs-lint hook pre-push \"$@\"\n");
}

TEST_CASE("a manager's own command names the hooks that it needs to know") {
    CHECK(cli::command_for(kFramework, "prek", {"pre-commit", "pre-push"}) ==
          "prek install --hook-type pre-commit --hook-type pre-push");
    CHECK(cli::command_for(kLefthook, "lefthook", {"pre-commit"}) == "lefthook install");
    CHECK(cli::command_for(kHusky, "husky", {"pre-commit"}) == "npx husky");
}
