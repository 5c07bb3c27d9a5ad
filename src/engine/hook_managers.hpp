#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::engine {

/// A program that runs a team's hooks, as it is set up in a work tree.
struct HookManager {
    std::string name;          ///< `pre-commit` (and prek, which reads the same file), `lefthook`, `husky`
    std::string configuration; ///< relative to the work tree: a file, or for husky the folder of its scripts
};

/// Those whose configuration lies in the work tree at `root`, by name.
std::vector<HookManager> find_hook_managers(const std::filesystem::path& root);

/// One of these managers, as it would be set up where it is not yet.
HookManager usual_hook_manager(const std::string& name);

/// The file in which a manager is told what to run for a hook, relative to the work tree.
std::string file_for_hook(const HookManager& manager, std::string_view hook);

/// Whether that file lets docs-lint check, in a line that is no comment.
bool asks_for_docs_lint(const HookManager& manager, const std::filesystem::path& root, std::string_view hook);

/// Whether the hook's file that git runs is one that this manager wrote. `content` is that file's.
bool is_hook_of(const HookManager& manager, std::string_view content);

/// The beginning of a regular file, as much as a hook or a configuration has; empty where it cannot be read.
std::string read_small_file(const std::filesystem::path& path);

} // namespace docs_lint::engine
