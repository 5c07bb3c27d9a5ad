#pragma once

#include "base/line_index.hpp"
#include "base/span.hpp"
#include "markdown/text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::markdown {

enum class BlockKind {
    document,
    front_matter, ///< between two lines `---` at the very top; `lines` are its lines, verbatim
    heading,      ///< `level`; one line for ATX, one or more for setext
    paragraph,
    table, ///< a GFM table; `rows`
    block_quote,
    list, ///< `marker`
    list_item,
    code, ///< fenced or indented; `lines` verbatim
    html, ///< `lines` verbatim; a reader sees none of it
    thematic_break,
};

/// One row of a table: its cells from left to right, trimmed, escaped pipes unescaped.
struct TableRow {
    std::vector<Text> cells;
    base::Span source;
    base::Span cut_off =
        {}; ///< what stands past the last column and no reader is shown; empty for blank cells
};

/// A block of CommonMark. Blocks stand in document order, a parent before its children.
struct Block {
    BlockKind kind = BlockKind::document;
    std::size_t parent = 0;  ///< index in `Ast::blocks`; the document is its own parent
    base::Span source;       ///< whole lines, from the first line's first byte to the last line's last
    int level = 0;           ///< headings: 1 to 6
    bool setext = false;     ///< headings: underlined
    bool fenced = false;     ///< code: fenced, not indented
    bool closed = true;      ///< code: its closing fence is there
    std::string info;        ///< code: the info string
    char marker = 0;         ///< lists: `-`, `*`, `+`, or `.` and `)` for ordered ones
    std::vector<Text> lines; ///< leaf blocks: one for each source line, none for an underline or a fence
    std::vector<bool>
        lazy; ///< paragraphs: the line continues its list item or quote without its indentation or mark
    std::vector<TableRow> rows; ///< tables: header first, delimiter row left out
};

/// A link or image with its destination as CommonMark resolves it.
struct Link {
    std::string destination;
    std::string label; ///< visible text
    base::Span source; ///< the line part from its first to its last character; never wrong, perhaps wide
    std::size_t block = 0;
    bool image = false;
};

/// A parsed document. It owns nothing of the text it was parsed from: spans are offsets into that text.
struct Ast {
    std::vector<Block> blocks; ///< `blocks[0]` is the document
    std::vector<Link> links;
    base::LineIndex lines;

    /// The blocks directly inside block `index`, in order.
    [[nodiscard]] std::vector<std::size_t> children_of(std::size_t index) const;

    /// Block `index` lies inside a block of that kind, at any depth.
    [[nodiscard]] bool is_inside(std::size_t index, BlockKind kind) const;
};

} // namespace docs_lint::markdown
