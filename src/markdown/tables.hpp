#pragma once

#include "base/span.hpp"
#include "markdown/source_lines.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::markdown {

/// A line of a paragraph or heading: its content, and how it stands in its containers.
struct ContentLine {
    MappedLine content; ///< from the first character that is not blank
    std::size_t number = 0;
    std::size_t indent = 0; ///< columns from the containers' end to the content
    bool lazy = false;
};

/// Where a table stands among the lines of a paragraph: its header, and the first line behind it.
struct TableExtent {
    std::size_t header = 0;
    std::size_t end = 0;
    std::size_t columns = 0;
};

/// The first table in a paragraph's lines at or behind line `from`, by GFM's rules, which cmark-gfm's core
/// does not know.
std::optional<TableExtent> find_table(const std::vector<ContentLine>& lines, std::size_t from = 0);

/// The cells of a row without the blanks around them. Escaped pipes are pipes; `pool` holds the text of cells
/// that have some.
std::vector<MappedLine> split_row(const MappedLine& row, std::deque<std::string>& pool);

} // namespace docs_lint::markdown
