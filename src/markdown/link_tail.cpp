#include "markdown/link_tail.hpp"

#include "markdown/characters.hpp"

#include <optional>

namespace docs_lint::markdown {
namespace {

constexpr std::size_t kMaxParentheses = 32;
constexpr std::size_t kMaxLabel = 1000;

using End = std::optional<std::size_t>;

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

End bracketed_destination(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '>') return at + 1;
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == '\n' || text[at] == '<') {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

End bare_destination(std::string_view text, std::size_t begin) {
    std::size_t open = 0;
    std::size_t at = begin;
    for (; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1])) {
            ++at;
        } else if (text[at] == '(') {
            if (++open > kMaxParentheses) return std::nullopt;
        } else if (text[at] == ')') {
            if (open == 0) return at;
            --open;
        } else if (is_space(text[at])) {
            if (at == begin) return std::nullopt;
            return at;
        }
    }
    return std::nullopt;
}

End destination(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '<') return bracketed_destination(text, at);
    return bare_destination(text, at);
}

// cmark-gfm takes the longest match, in which a backslash may also stand for itself.
std::size_t title(std::string_view text, std::size_t begin) {
    if (begin >= text.size()) return begin;
    const char open = text[begin];
    if (open != '"' && open != '\'' && open != '(') return begin;
    const char close = open == '(' ? ')' : open;
    std::size_t escaped_close = begin;
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1])) {
            ++at;
            if (text[at] == close) escaped_close = at + 1;
        } else if (text[at] == close) {
            return at + 1;
        } else if (text[at] == '(' && open == '(') {
            break;
        }
    }
    return escaped_close;
}

End inline_tail(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '(') return std::nullopt;
    const End url = destination(text, skip_spaces(text, at + 1));
    if (!url) return std::nullopt;
    const std::size_t title_begin = skip_spaces(text, *url);
    const std::size_t title_end = title_begin == *url ? title_begin : title(text, title_begin);
    const std::size_t end = skip_spaces(text, title_end);
    if (end >= text.size() || text[end] != ')') return std::nullopt;
    return end + 1;
}

End label_tail(std::string_view text, std::size_t begin) {
    if (begin >= text.size() || text[begin] != '[') return std::nullopt;
    for (std::size_t at = begin + 1; at < text.size() && at - begin <= kMaxLabel + 1; ++at) {
        if (text[at] == ']') return at + 1;
        if (text[at] == '[') return std::nullopt;
        if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1])) ++at;
    }
    return std::nullopt;
}

} // namespace

std::size_t end_of_link(std::string_view content, std::size_t at) {
    if (const End end = inline_tail(content, at)) return *end;
    if (const End end = label_tail(content, at)) return *end;
    return at;
}

} // namespace docs_lint::markdown
