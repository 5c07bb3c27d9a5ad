#pragma once

#include "base/line_index.hpp"
#include "base/text_edit.hpp"
#include "markdown/ast.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::engine {

/// A text with the lines that it has.
struct LinedText {
    std::string_view text;
    const base::LineIndex& lines;
};

/// Puts a row into a table, written as the table's other rows are: with their indentation, outer pipes, line
/// endings and, where the pipes stand below one another, their widths. It stands above row `before` of the
/// table, or at its end where that is the number of rows; row 0 is the header. The cells are one line each;
/// pipes in them are escaped.
base::TextEdit insert_row(const LinedText& source, const markdown::Block& table, std::size_t before,
                          const std::vector<std::string>& cells);

} // namespace docs_lint::engine
