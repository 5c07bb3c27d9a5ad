#include "policy/document_class.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::policy {
namespace {

/// The path with its Markdown ending written as `.md`; nothing for a file that is no Markdown. `.MD`,
/// `.markdown` and a trailing blank are Markdown, too, so that no record leaves its class by its ending.
std::optional<std::string> with_plain_ending(std::string_view path) {
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const std::string ending = base::lower(base::trim(path.substr(dot)));
    if (ending != ".md" && ending != ".markdown") return std::nullopt;
    return std::string(path.substr(0, dot)) + ".md";
}

bool any_matches(const std::vector<base::PathPattern>& patterns, std::string_view path) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [path](const base::PathPattern& pattern) { return pattern.matches(path); });
}

} // namespace

bool is_markdown(std::string_view path) {
    return with_plain_ending(path).has_value();
}

bool DocumentClass::covers(std::string_view path) const {
    const auto plain = with_plain_ending(path);
    return plain && any_matches(paths, *plain) && !any_matches(excluded_paths, *plain);
}

bool DocumentClass::is_well_named(std::string_view path) const {
    return named.empty() || any_matches(named, path);
}

std::optional<std::string> DocumentClass::item_id(std::string_view path) const {
    if (!covers(path)) return std::nullopt;
    for (const base::PathPattern& pattern : paths) {
        const auto match = pattern.match(*with_plain_ending(path));
        if (!match) continue;
        if (const auto found = match->find("id"); found != match->end()) return found->second;
    }
    return std::nullopt;
}

} // namespace docs_lint::policy
