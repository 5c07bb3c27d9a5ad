#include "policy/document_class.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::policy {
namespace {

constexpr std::string_view kPlainEnding = ".md";

bool any_matches(const std::vector<base::PathPattern>& patterns, std::string_view path) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [path](const base::PathPattern& pattern) { return pattern.matches(path); });
}

/// `.md` as it is; what stands behind the last dot, trimmed and in lower case, otherwise.
bool is_markdown_ending(std::string_view ending) {
    if (ending == kPlainEnding) return true;
    const std::string lower = base::lower(base::trim(ending));
    return lower == kPlainEnding || lower == ".markdown";
}

std::string_view ending_of(std::string_view path) {
    const auto dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view{} : path.substr(dot);
}

} // namespace

std::optional<std::string> with_plain_ending(std::string_view path) {
    const std::string_view ending = ending_of(path);
    if (!is_markdown_ending(ending)) return std::nullopt;
    std::string plain(path.substr(0, path.size() - ending.size()));
    return plain += kPlainEnding;
}

bool is_markdown(std::string_view path) {
    return is_markdown_ending(ending_of(path));
}

bool DocumentClass::covers(std::string_view path) const {
    const auto plain = with_plain_ending(path);
    return plain && covers_plain(*plain);
}

bool DocumentClass::covers_plain(const std::string& path) const {
    return any_matches(paths, path) && !any_matches(excluded_paths, path);
}

bool DocumentClass::is_well_named(std::string_view path) const {
    return named.empty() || any_matches(named, path);
}

bool DocumentClass::is_final_status(std::string_view status) const {
    return std::any_of(no_return_from.begin(), no_return_from.end(),
                       [&](const std::string& one) { return base::equals_ignoring_case(one, status); });
}

std::optional<std::string> DocumentClass::item_id(std::string_view path) const {
    const auto plain = with_plain_ending(path);
    if (!plain) return std::nullopt;
    for (const base::PathPattern& pattern : paths) {
        if (!pattern.has_placeholder("id")) continue;
        const auto match = pattern.match(*plain);
        if (match && !any_matches(excluded_paths, *plain)) return match->at("id");
    }
    return std::nullopt;
}

} // namespace docs_lint::policy
