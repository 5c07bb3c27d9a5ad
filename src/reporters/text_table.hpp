#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace docs_lint::reporters {

/// Rows of cells in columns, with a gap of two blanks. Where that is wider than `width` terminal columns, the
/// widest columns are wrapped first, but no word is broken. Every row has as many cells as the first one.
/// Each line ends with a line feed and has no blanks at its end. The texts must be safe for a terminal.
std::string lay_out(const std::vector<std::vector<std::string>>& rows, std::size_t width);

} // namespace docs_lint::reporters
