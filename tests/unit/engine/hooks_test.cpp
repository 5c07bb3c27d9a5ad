#include "engine/hook_managers.hpp"
#include "engine/hook_scripts.hpp"
#include "support/tidy_repository.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;
using engine::HookManager;

TEST_CASE("the scripts of hooks/ are in the program byte for byte, and know themselves") {
    CHECK(engine::hook_names() ==
          std::vector<std::string>{"commit-msg", "pre-commit", "pre-push", "pre-receive"});
    for (const engine::HookScript& script : engine::hook_scripts()) {
        const std::string name(script.name);
        CHECK(script.text == tests::read_file(std::string(DOCS_LINT_SOURCE_DIR "/hooks/") + name));
        CHECK(engine::is_own_hook(script.text));
        CHECK(engine::runs_docs_lint(script.text, name));
        CHECK(engine::find_hook_script(name) == &script);
    }
    CHECK(engine::find_hook_script("post-commit") == nullptr);
}

TEST_CASE("a hook is docs-lint's own by a line of its own, and by nothing else") {
    CHECK(engine::is_own_hook("#!/bin/sh\n# `docs-lint install` writes this file, and more\n"));
    CHECK_FALSE(engine::is_own_hook("#!/bin/sh\n# not: # `docs-lint install` writes this file\n"));
    CHECK_FALSE(engine::is_own_hook("#!/bin/sh\nexec docs-lint hook pre-commit\n"));
    CHECK_FALSE(engine::is_own_hook(""));
}

TEST_CASE("a comment runs nothing, and one hook is not another") {
    CHECK(engine::runs_docs_lint("set -e\n  /opt/docs-lint hook pre-push \"$@\"", "pre-push"));
    CHECK_FALSE(engine::runs_docs_lint("  # docs-lint hook pre-push", "pre-push"));
    CHECK_FALSE(engine::runs_docs_lint("docs-lint hook pre-push", "pre-commit"));
    CHECK_FALSE(engine::runs_docs_lint("docs-lint check", "pre-commit"));
}

TEST_CASE("managers are found by every spelling of their configuration, each once") {
    const tests::ScratchFolder folder;
    CHECK(engine::find_hook_managers(folder.path()).empty());
    tests::write_file(folder.path() / ".config/lefthook.toml", "");
    REQUIRE(engine::find_hook_managers(folder.path()).size() == 1);
    CHECK(engine::find_hook_managers(folder.path())[0].configuration == ".config/lefthook.toml");
    tests::write_file(folder.path() / "lefthook.yml", "");
    tests::write_file(folder.path() / ".husky/pre-commit", "true\n");
    tests::write_file(folder.path() / ".pre-commit-config.yaml", "");
    const auto found = engine::find_hook_managers(folder.path());
    REQUIRE(found.size() == 3);
    CHECK(found[0].name == "husky");
    CHECK(found[1].configuration == "lefthook.yml");
    CHECK(found[2].name == "pre-commit");
    CHECK(engine::file_for_hook(found[0], "pre-push") == ".husky/pre-push");
    CHECK(engine::file_for_hook(found[1], "pre-push") == "lefthook.yml");
}

TEST_CASE("a manager asks for docs-lint where a line of its configuration does") {
    const tests::ScratchFolder folder;
    const HookManager framework{"pre-commit", ".pre-commit-config.yaml"};
    const HookManager husky{"husky", ".husky"};
    const auto asks = [&](const HookManager& manager, const std::string& file, const std::string& text) {
        tests::write_file(folder.path() / file, text);
        return engine::asks_for_docs_lint(manager, folder.path(), "pre-commit");
    };
    CHECK_FALSE(engine::asks_for_docs_lint(husky, folder.path(), "pre-commit"));
    CHECK(asks(framework, ".pre-commit-config.yaml", "repos:\n  - {hooks: [{id: docs-lint}]}\n"));
    CHECK_FALSE(asks(framework, ".pre-commit-config.yaml", "repos:\n  # docs-lint\n"));
    CHECK(asks(husky, ".husky/pre-commit", "npm test\ndocs-lint hook pre-commit\n"));
    CHECK_FALSE(asks(husky, ".husky/pre-commit", "docs-lint hook pre-push\n"));
}
