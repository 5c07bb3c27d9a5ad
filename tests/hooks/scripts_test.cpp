#include "support/process.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>

using docs_lint::tests::ProcessOptions;
using docs_lint::tests::read_file;
using docs_lint::tests::run_process;
using docs_lint::tests::ScratchFolder;
using docs_lint::tests::write_file;
namespace fs = std::filesystem;

namespace {

const fs::path kSource = DOCS_LINT_SOURCE_DIR;
const std::vector<std::string> kHooks = {"commit-msg", "pre-commit", "pre-push", "pre-receive"};

std::string hook_path(const std::string& name) {
    return (kSource / "hooks" / name).string();
}

} // namespace

TEST_CASE("a hook without docs-lint refuses and says why") {
    for (const std::string& name : kHooks) {
        ProcessOptions options;
        options.environment = {{"PATH", "/nonexistent"}};
        const auto result = run_process({hook_path(name)}, options);
        CHECK(result.exit_code == 2);
        CHECK(result.err.find("docs-lint: " + name + ": the program docs-lint is not on PATH") !=
              std::string::npos);
        CHECK(result.out.empty());
    }
}

TEST_CASE("a hook hands everything to docs-lint and ends as it ends") {
    const ScratchFolder folder;
    const fs::path program = folder.path() / "docs-lint";
    write_file(program, "#!/bin/sh\necho \"$@\"\ncat\nexit 3\n");
    fs::permissions(program, fs::perms::owner_all);
    for (const std::string& name : kHooks) {
        ProcessOptions options;
        options.environment = {{"PATH", folder.path().string() + ":/usr/bin:/bin"}};
        options.input = "a line\n";
        const auto result = run_process({hook_path(name), "origin", "two words"}, options);
        CHECK(result.exit_code == 3);
        CHECK(result.out == "hook " + name + " origin two words\na line\n");
    }
}

TEST_CASE("the manifest for the pre-commit framework filters nothing") {
    const std::string manifest = read_file(kSource / ".pre-commit-hooks.yaml");
    for (const char* line : {"  entry: docs-lint hook pre-commit\n", "  always_run: true\n",
                             "  pass_filenames: false\n", "  require_serial: true\n"})
        CHECK(manifest.find(line) != std::string::npos);
    for (const char* key : {"types:", "types_or:", "stages:", "files:", "exclude:"})
        CHECK(manifest.find(key) == std::string::npos);
}
