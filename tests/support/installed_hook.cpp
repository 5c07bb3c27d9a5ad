#include "support/installed_hook.hpp"

#include <cstdlib>
#include <filesystem>

namespace docs_lint::tests {

namespace fs = std::filesystem;

ProgramFolder::ProgramFolder() {
    fs::create_symlink(DOCS_LINT_BINARY, folder_.path() / "docs-lint");
}

ProgramFolder::ProgramFolder(const std::string& arguments) {
    const fs::path program = folder_.path() / "docs-lint";
    write_file(program, "#!/bin/sh\nexec '" DOCS_LINT_BINARY "' \"$@\" " + arguments + "\n");
    fs::permissions(program, fs::perms::owner_all);
}

std::string ProgramFolder::path_variable() const {
    const char* path = std::getenv("PATH");
    return folder_.path().string() + ":" + (path != nullptr ? path : "/usr/bin:/bin");
}

ProcessOptions ProgramFolder::options() const {
    ProcessOptions options;
    options.environment = {{"PATH", path_variable()}};
    return options;
}

void install_hook(const GitRepository& repository, const std::string& name) {
    const fs::path folder = repository.path() / repository.git("rev-parse", "--git-path", "hooks");
    fs::create_directories(folder);
    fs::copy_file(fs::path(DOCS_LINT_SOURCE_DIR) / "hooks" / name, folder / name,
                  fs::copy_options::overwrite_existing);
    fs::permissions(folder / name, fs::perms::owner_all);
}

} // namespace docs_lint::tests
