#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::engine {

/// A file of hooks/ in this project: what git is to run.
struct HookScript {
    std::string_view name; ///< git's name of the hook
    std::string_view text;
};

/// All of them, by name.
std::span<const HookScript> hook_scripts();

/// Null where docs-lint has no such hook.
const HookScript* find_hook_script(std::string_view name);

std::vector<std::string> hook_names();

/// Whether a hook's text is one of docs-lint's own, of this version or another: it holds the line that says
/// so. Anything else is somebody's work.
bool is_own_hook(std::string_view text);

/// Whether a script runs docs-lint for this hook, in a line that is no comment.
bool runs_docs_lint(std::string_view text, std::string_view hook);

/// Whether a script or a YAML file holds these words in a line that is no comment.
bool says_outside_comments(std::string_view text, std::string_view words);

} // namespace docs_lint::engine
