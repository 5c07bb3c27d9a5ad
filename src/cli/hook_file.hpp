#pragma once

#include "base/result.hpp"
#include "engine/hook_scripts.hpp"

#include <filesystem>
#include <string>

namespace docs_lint::cli {

/// A hook's file where git looks for it.
struct HookFile {
    std::filesystem::path path;
    const engine::HookScript* script = nullptr; ///< never null
    bool dry_run = false;                       ///< nothing is written, and the text says what would be
};

/// Puts the script there, and says what was done. Only what docs-lint wrote is replaced; somebody's own hook
/// that does not run docs-lint is an error of kind `usage`, whose help says what to add to it.
base::Result<std::string> install_hook(const HookFile& file);

/// Removes what docs-lint wrote, and says what was done; empty where there is no file. Somebody's own hook
/// that runs docs-lint is an error of kind `usage`.
base::Result<std::string> uninstall_hook(const HookFile& file);

} // namespace docs_lint::cli
