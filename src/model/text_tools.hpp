#pragma once

#include "base/span.hpp"
#include "markdown/text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// Several lines as one, joined by one blank, every character with its place.
markdown::Text join_lines(const std::vector<markdown::Text>& lines);

/// The lines that `<br>` makes of one: `markdown::Text` shows it as a blank that is not written as one.
std::vector<markdown::Text> split_at_breaks(const markdown::Text& text);

/// Every character was written as it reads: no entity but `&amp;`, no HTML between the letters. `document` is
/// the whole text that the positions of `text` refer to.
bool is_written_plainly(const markdown::Text& text, std::string_view document);

/// A control, bidirectional or zero-width character or an invalid byte stands in the text.
bool has_invisible_character(std::string_view text);

/// For comparing labels and keys: lower case, without blanks, hyphens, underscores and marks of emphasis.
std::string label_key(std::string_view text);

/// They have the same key.
bool is_same_label(std::string_view left, std::string_view right);

bool matches_label(std::string_view text, const std::vector<std::string>& labels);

/// A priority of the backlog in the text: `P1` of `P1 (was P0)`, of `P 1`, and of `1` alone. Empty where
/// there is none.
std::string priority_in(const std::string& text);

/// `label: value` as spans of the line, both trimmed; the marks of a bold label in verbatim text belong to
/// neither.
struct LabelledLine {
    base::Span label;
    base::Span value;
};
std::optional<LabelledLine> split_label(std::string_view line);

/// The part of `span` of `text` without blanks at its ends.
base::Span trim(std::string_view text, base::Span span);

/// A glyph that says yes, no or waits, such as a tick or a cross, at the front of a text.
enum class Glyph { none, positive, negative, neutral };
struct GlyphMention {
    Glyph glyph = Glyph::none;
    std::size_t size = 0; ///< bytes, a variation selector behind it included
};
GlyphMention glyph_at(std::string_view text);

/// The part of `span` of `text` without blanks and glyphs at its ends.
base::Span trim_glyphs(std::string_view text, base::Span span);
std::string without_glyphs(std::string_view text);

/// Length of an em or en dash, or of hyphens between blanks, at `at`; zero if none is there.
std::size_t dash_at(std::string_view text, std::size_t at);

/// `prefix` begins `text` at `at`, the case of ASCII letters apart.
bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);

/// A letter or digit of any script, or an underscore, ends right before `at`, or begins at it.
bool word_ends_at(std::string_view text, std::size_t at);
bool word_begins_at(std::string_view text, std::size_t at);
bool is_digit(char byte);
bool is_letter(char byte);

/// Where `part` stands in `text` as a whole word, the case of ASCII letters apart.
std::optional<std::size_t> find_word(std::string_view text, std::string_view part, std::size_t from = 0);

/// Any of the phrases stands somewhere in the text, in any case, as a part of a word, too.
bool mentions_any(std::string_view text, const std::vector<std::string>& phrases);

/// Any of the phrases stands in the text as a whole word.
bool contains_any_word(std::string_view text, const std::vector<std::string>& phrases);

/// Nothing, or only dashes and blanks.
bool is_blank_or_dash(std::string_view text);

} // namespace docs_lint::model
