#include "engine/hook_scripts.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::engine {
namespace {

/// How the line begins by which a hook is known as docs-lint's own. It must never change: hooks that an
/// earlier version wrote are known by it too.
constexpr std::string_view kMark = "# `docs-lint install` writes this file";

} // namespace

const HookScript* find_hook_script(std::string_view name) {
    const auto scripts = hook_scripts();
    const auto found = std::find_if(scripts.begin(), scripts.end(),
                                    [name](const HookScript& script) { return script.name == name; });
    return found == scripts.end() ? nullptr : &*found;
}

std::vector<std::string> hook_names() {
    std::vector<std::string> names;
    for (const HookScript& script : hook_scripts()) names.emplace_back(script.name);
    return names;
}

bool is_own_hook(std::string_view text) {
    const auto lines = base::split(text, '\n');
    return std::any_of(lines.begin(), lines.end(),
                       [](std::string_view line) { return line.starts_with(kMark); });
}

bool runs_docs_lint(std::string_view text, std::string_view hook) {
    return says_outside_comments(text, "docs-lint hook " + std::string(hook));
}

bool says_outside_comments(std::string_view text, std::string_view words) {
    const auto lines = base::split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), [words](std::string_view line) {
        return !base::trim(line).starts_with('#') && line.find(words) != std::string_view::npos;
    });
}

} // namespace docs_lint::engine
