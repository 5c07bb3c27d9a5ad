#pragma once

#include "base/span.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace docs_lint::base {

/// A place in a text: line and column count from 1, columns count Unicode code points (an invalid byte counts
/// as one).
struct Position {
    std::size_t line = 1;
    std::size_t column = 1;

    friend bool operator==(const Position&, const Position&) = default;
};

/// The lines of a text. A line ends at LF, CR LF or a lone CR, as in CommonMark; the ending belongs to no
/// line's content. An empty text has one empty line. The text must outlive nothing: only offsets are kept.
class LineIndex {
public:
    LineIndex() : LineIndex(std::string_view{}) {}
    explicit LineIndex(std::string_view text);

    /// How many lines there are; a final line ending does not begin another line, unless the text is empty.
    [[nodiscard]] std::size_t line_count() const { return lines_.size(); }

    /// The bytes of line `line` (from 1) without its ending. Asserts that the line exists.
    [[nodiscard]] Span line(std::size_t line) const;

    /// The number (from 1) of the line that holds `offset`; an offset past the end belongs to the last line.
    [[nodiscard]] std::size_t line_of(std::size_t offset) const;

    /// The position of a byte offset; `text` is the text that was indexed.
    [[nodiscard]] Position position(std::string_view text, std::size_t offset) const;

private:
    std::vector<Span> lines_;
};

} // namespace docs_lint::base
