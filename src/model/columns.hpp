#pragma once

#include "markdown/ast.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace docs_lint::model {

/// The first column of a table whose heading is one of the names; names are written as `base::normalise_name`
/// gives them, and `#` stands for itself.
std::optional<std::size_t> find_column(const markdown::Block& table,
                                       std::initializer_list<std::string_view> names);

/// The cell of a row, or an empty one where the row is short.
const markdown::Text& cell_at(const markdown::TableRow& row, std::optional<std::size_t> column);

} // namespace docs_lint::model
