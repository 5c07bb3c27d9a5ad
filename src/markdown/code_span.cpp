#include "markdown/code_span.hpp"

#include <algorithm>

namespace docs_lint::markdown {
namespace {

std::size_t backticks_at(std::string_view content, std::size_t at) {
    std::size_t count = 0;
    while (at + count < content.size() && content[at + count] == '`') ++count;
    return count;
}

bool is_blank(char c) {
    return c == ' ' || c == '\n';
}

base::Span strip(std::string_view content, base::Span inner) {
    const std::string_view text = content.substr(inner.begin, inner.size());
    const bool only_blanks = std::all_of(text.begin(), text.end(), is_blank);
    if (only_blanks || !is_blank(text.front()) || !is_blank(text.back())) return inner;
    return {inner.begin + 1, inner.end - 1};
}

} // namespace

CodeSpan find_code_span(std::string_view content, std::size_t at) {
    const std::size_t count = backticks_at(content, at);
    if (count == 0) return {};
    std::size_t close = content.find('`', at + count);
    while (close != std::string_view::npos) {
        const std::size_t size = backticks_at(content, close);
        if (size == count) return {strip(content, {at + count, close}), close + count};
        close = content.find('`', close + size);
    }
    return {};
}

std::string normalised_code(std::string_view inner) {
    std::string text(inner);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

} // namespace docs_lint::markdown
