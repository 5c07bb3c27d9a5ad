#pragma once

#include "base/line_index.hpp"

#include <cstddef>
#include <string_view>

namespace docs_lint::markdown {

/// The line that closes the YAML front matter, or 0 where the document has none.
std::size_t front_matter_end(std::string_view text, const base::LineIndex& lines);

} // namespace docs_lint::markdown
