#pragma once

#include "base/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::markdown {

/// A run of visible characters that came from one place in the source.
struct Piece {
    std::size_t offset = 0; ///< where it begins in `Text::text`
    base::Span source;      ///< the bytes that it was written with, in the whole document
    bool verbatim = true;   ///< source and text are the same bytes; false for an entity or a backslash escape
    bool strong = false;
    bool emphasised = false;
    bool code = false;       ///< inside backticks
    bool hard_blank = false; ///< a no-break space, which reads as a blank; not verbatim
};

/// One line as a reader sees it: emphasis marks, link destinations, HTML and comments are gone, entities are
/// decoded, and every character knows where it was written. `text` never holds a line ending.
struct Text {
    std::string text;
    std::vector<Piece> pieces; ///< in order of `offset`, without gaps: each runs to the next one's begin
    base::Span source;         ///< the line in the document, markup included

    [[nodiscard]] bool empty() const { return text.empty(); }

    /// Where `span` of `text` was written: from its first to its last character, the markup between them
    /// included.
    [[nodiscard]] base::Span source_of(base::Span span) const;

    /// The piece that holds the character at `offset`, or nothing behind the end.
    [[nodiscard]] const Piece* piece_at(std::size_t offset) const;

    /// A part of the line, with its positions kept; `source` shrinks to it.
    [[nodiscard]] Text slice(base::Span span) const;

    /// The part without blanks at its ends.
    [[nodiscard]] Text trimmed() const&;
    [[nodiscard]] Text trimmed() &&; ///< nothing is copied where there is nothing to trim

    /// Every visible character of it is written as it reads, no-break spaces apart: no entity or escape
    /// anywhere.
    [[nodiscard]] bool is_verbatim() const;
};

} // namespace docs_lint::markdown
