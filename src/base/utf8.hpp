#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::base {

/// The code point at the front of a text: its value and its length in bytes. An invalid sequence gives U+FFFD
/// with `valid` false and a length of one byte.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;
    bool valid = true;
};

/// Asserts that `text` is not empty.
CodePoint decode_code_point(std::string_view text);

/// Letters of every script in lower case.
std::string lower_case(std::string_view text);

/// A letter or a mark of any script, a decimal digit, or a character that joins words, as `_` does.
bool is_word_character(char32_t value);

void append_code_point(std::string& text, char32_t value);

/// An invalid byte counts as one.
std::size_t count_code_points(std::string_view text);

/// The offset of the first byte that is not UTF-8, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Terminal columns that the text takes (East Asian width, combining marks), by utf8proc.
std::size_t display_width(std::string_view text);

/// The same text with every control, bidirectional or zero-width character and every invalid byte written as
/// a visible escape such as `<U+202E>` or `<0xFF>`; tabs become one blank. For output to people.
std::string escape_invisible(std::string_view text);

/// The first character that a reader cannot see or that only looks like another: zero-width, bidirectional
/// control, NUL, lone CR, U+2028 and U+2029, an invalid byte, or a letter from outside Latin that looks like
/// a Latin one. Gives its byte offset, or nothing where the text is in plain form.
std::optional<std::size_t> find_deceptive_character(std::string_view text);

/// Blanks and visible ASCII characters alone: it reads as it stands.
bool is_plain_ascii(std::string_view text);

/// What a careless reader would take the text for: compatibility forms and look-alike letters folded to
/// ASCII, invisible characters dropped, lower case. For deciding what to *protect*, never for what satisfies
/// a rule.
std::string fold_look_alikes(std::string_view text);

} // namespace docs_lint::base
