#pragma once

#include "engine/hook_managers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::cli {

/// The lines that make a manager run docs-lint for these hooks, for the end of its file. `text` is what that
/// file holds now: lines take its indentation. For husky, whose hooks have a file each, of one hook.
std::string lines_for(const engine::HookManager& manager, const std::vector<std::string>& hooks,
                      std::string_view text);

/// What must be heeded when they are added to that text; mostly nothing.
std::string caution_for(const engine::HookManager& manager, const std::vector<std::string>& hooks,
                        std::string_view text);

/// The command by which a manager puts its own hooks in place. `program` is `pre-commit` or `prek` where the
/// manager is one of them.
std::string command_for(const engine::HookManager& manager, std::string_view program,
                        const std::vector<std::string>& hooks);

} // namespace docs_lint::cli
