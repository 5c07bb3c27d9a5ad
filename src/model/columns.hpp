#pragma once

#include "markdown/ast.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// The first column of a table whose heading is one of the names; names are written as `base::normalise_name`
/// gives them, and `#` stands for itself.
std::optional<std::size_t> find_column(const markdown::Block& table,
                                       std::initializer_list<std::string_view> names);

/// The cell of a row, or an empty one where the row is short.
const markdown::Text& cell_at(const markdown::TableRow& row, std::optional<std::size_t> column);

/// The rows as somebody would read them out: `Path: docs/a.md` for two columns, the first row included, and
/// `Suite: export; Result: pass` for more, the heading before each cell.
std::vector<markdown::Text> rows_as_lines(const markdown::Block& table);

} // namespace docs_lint::model
