#include "rules/kinds/values.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "rules/kinds/texts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::kinds {
namespace {

bool says(std::string_view text, std::string_view value) {
    if (!model::starts_with_ignoring_case(text, value)) return false;
    const std::string_view behind = text.substr(value.size());
    const std::size_t next = behind.find_first_not_of(' ');
    if (next == std::string_view::npos) return true;
    if (std::string_view(",;").find(behind[next]) != std::string_view::npos) return true;
    return next > 0 && (behind[next] == '(' || model::dash_at(text, value.size() + next) > 0 ||
                        model::dash_at(text, value.size()) > 0);
}

} // namespace

std::optional<std::string> fault_of(std::string_view value, const Allowed& allowed) {
    const std::string bare = model::without_glyphs(base::collapse_blanks(value));
    const bool known =
        allowed.values.empty() || std::any_of(allowed.values.begin(), allowed.values.end(),
                                              [&](const std::string& one) { return says(bare, one); });
    if (!known) return fmt::format("is none of {}", base::list_in_words(allowed.values, "or"));
    if (!allowed.pattern || allowed.pattern->matches_whole(bare)) return std::nullopt;
    return fmt::format("does not match `{}`", shown(allowed.pattern->text()));
}

} // namespace docs_lint::rules::kinds
