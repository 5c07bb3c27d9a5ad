#include "model/struck.hpp"

#include "model/text_tools.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace docs_lint::model {
namespace {

using markdown::Text;

bool is_code_at(const Text& text, std::size_t at) {
    const markdown::Piece* piece = text.piece_at(at);
    return piece != nullptr && piece->code;
}

/// Behind the mark of `size` tildes that closes what `begin` opens; nothing where none does.
std::optional<std::size_t> end_of_struck(const Text& text, std::size_t begin, std::size_t size) {
    const std::string_view all = text.text;
    for (std::size_t at = begin + size + 1; at + size <= all.size(); ++at) {
        const bool mark = all.substr(at, size) == all.substr(begin, size) && all[at - 1] != ' ' &&
                          all.substr(at + size, 1) != "~" && (size == 2 || !word_begins_at(all, at + size));
        if (mark && !is_code_at(text, at)) return at + size;
    }
    return std::nullopt;
}

std::vector<base::Span> struck_parts(const Text& text) {
    const std::string_view all = text.text;
    std::vector<base::Span> parts;
    bool unclosed[3] = {}; // by the size of the mark: what one search did not find, no later one does
    for (std::size_t at = all.find('~'); at < all.size(); at = all.find('~', at)) {
        const std::size_t size = std::min(all.find_first_not_of('~', at), all.size()) - at;
        const bool opens = size < 3 && !unclosed[size] && all.substr(at + size, 1) != " " &&
                           (size == 2 || !word_ends_at(all, at)) && !is_code_at(text, at);
        const auto end = opens ? end_of_struck(text, at, size) : std::nullopt;
        if (opens && !end) unclosed[size] = true;
        if (end) parts.push_back({at, *end});
        at = end.value_or(at + size);
    }
    return parts;
}

} // namespace

Text without_struck(const Text& text) {
    const std::vector<base::Span> parts = struck_parts(text);
    if (parts.empty()) return text;
    std::vector<Text> kept;
    std::size_t begin = 0;
    for (const base::Span part : parts) {
        kept.push_back(text.slice({begin, part.begin}).trimmed());
        begin = part.end;
    }
    kept.push_back(text.slice({begin, text.text.size()}).trimmed());
    return join_lines(kept);
}

std::string without_struck(std::string_view text) {
    std::string kept;
    std::size_t begin = 0;
    for (const base::Span part : struck_parts({std::string(text), {}, {}})) {
        kept.append(text.substr(begin, part.begin - begin)).append(" ");
        begin = part.end;
    }
    return kept.append(text.substr(begin));
}

bool holds_struck(const Text& text) {
    return text.text.find("~~") != std::string::npos || !struck_parts(text).empty();
}

} // namespace docs_lint::model
