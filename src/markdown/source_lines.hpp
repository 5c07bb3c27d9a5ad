#pragma once

#include "base/line_index.hpp"
#include "base/span.hpp"
#include "markdown/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace docs_lint::markdown {

/// Bytes that cmark-gfm reads in another form than they are written: a NUL, an invalid byte, an escaped pipe
/// in a table.
struct Patch {
    base::Span read;    ///< in the line's text
    base::Span written; ///< in the document
};

/// A line, or a part of one, as cmark-gfm reads it, and where it was written.
struct MappedLine {
    std::string_view text;
    base::Span source;
    std::vector<Patch> patches; ///< in order; all other bytes are written as they read

    [[nodiscard]] base::Span source_of(base::Span span) const;
    [[nodiscard]] MappedLine part(base::Span span) const;

    /// The patch that holds `offset`, or the first one behind it.
    [[nodiscard]] std::vector<Patch>::const_iterator patch_from(std::size_t offset) const;
};

/// The visible text of a line without markup.
Text verbatim_text(const MappedLine& line);

/// Appends a part of a line to a visible text; all bytes are visible.
void append_visible(Text& text, const MappedLine& line, base::Span span, const Piece& style);

/// Appends a piece, joined with the last one where they are one run in text and source.
void append_piece(Text& text, std::string_view visible, Piece piece);

/// The document as cmark-gfm is to read it: every line ends in LF, NUL and invalid bytes are U+FFFD, no byte
/// order mark. Line numbers are those of the document.
class SourceLines {
public:
    /// Lines up to `skipped` are read as blank ones.
    SourceLines(std::string_view text, const base::LineIndex& lines, std::size_t skipped);

    [[nodiscard]] std::size_t count() const { return read_.size(); }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view line(std::size_t number) const;
    [[nodiscard]] MappedLine mapped(std::size_t number) const;

private:
    void add_line(std::string_view written, base::Span source);
    void add_patched(std::string_view written, std::size_t begin);

    std::string text_;
    std::vector<base::Span> read_;
    std::vector<base::Span> written_;
    std::unordered_map<std::size_t, std::vector<Patch>> patches_;
};

} // namespace docs_lint::markdown
