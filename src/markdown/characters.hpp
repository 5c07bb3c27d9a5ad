#pragma once

namespace docs_lint::markdown {

/// As CommonMark has it: ASCII punctuation, which a backslash escapes.
constexpr bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

/// As cmark-gfm has it, line endings included.
constexpr bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace docs_lint::markdown
