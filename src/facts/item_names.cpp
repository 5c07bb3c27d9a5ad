#include "facts/item_names.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::facts {
namespace {

bool is_number(std::string_view id) {
    return !id.empty() && id.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// `7` of `DEF-7`, `#7`, `defect 7`, or alone.
bool names_number(std::string_view text, std::size_t at, const std::vector<std::string>& item_words) {
    const std::string_view before = text.substr(0, at);
    if (base::trim(before).empty() || before.ends_with('#')) return true;
    if (before.ends_with('-')) return before.size() > 1 && model::is_letter(before[before.size() - 2]);
    const std::string_view words = base::trim(before);
    return std::any_of(item_words.begin(), item_words.end(), [&](const std::string& word) {
        return words.size() >= word.size() && words.size() < before.size() &&
               base::equals_ignoring_case(words.substr(words.size() - word.size()), word) &&
               !model::word_ends_at(words, words.size() - word.size());
    });
}

/// An id goes on behind its number: `DEF-01` in `DEF-01-2`, `DEF-01.5` and `DEF-01-B`.
bool goes_on(std::string_view text, std::size_t end) {
    if (end + 1 >= text.size() || (text[end] != '-' && text[end] != '.')) return false;
    const char next = text[end + 1];
    const bool is_suffix = text[end] == '-' && next >= 'A' && next <= 'Z' &&
                           (end + 2 == text.size() || !model::is_letter(text[end + 2]));
    return model::is_digit(next) || is_suffix;
}

/// Ids are parts of longer ones only in their own spelling: `defect-DEF-01` is no other id.
bool begins_inside(std::string_view text, std::size_t at) {
    if (at == 0 || text[at - 1] != '-') return false;
    return at > 1 && ((text[at - 2] >= 'A' && text[at - 2] <= 'Z') || model::is_digit(text[at - 2]));
}

} // namespace

std::optional<std::size_t> find_item(std::string_view text, const std::string& id,
                                     const std::vector<std::string>& item_words) {
    for (auto at = model::find_word(text, id); at; at = model::find_word(text, id, *at + 1)) {
        if (goes_on(text, *at + id.size())) continue;
        if (is_number(id) ? names_number(text, *at, item_words) : !begins_inside(text, *at)) return at;
    }
    return std::nullopt;
}

std::size_t first_id(std::string_view text) {
    static const re2::RE2 pattern(R"(\b([A-Z][A-Za-z]*(?:-[A-Za-z]+)*-[0-9]+)\b)");
    re2::StringPiece found;
    const bool any = re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, &found);
    return any ? static_cast<std::size_t>(found.data() - text.data()) : std::string_view::npos;
}

} // namespace docs_lint::facts
