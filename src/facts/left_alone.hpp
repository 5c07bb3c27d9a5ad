#pragma once

#include "base/span.hpp"

#include <string_view>

namespace docs_lint::facts {

/// The text names the path at `path` in order to leave that file alone: `src/a.py must not be touched`, `out
/// of scope: src/a.py`. What is said of something else in the same sentence does not count.
bool is_left_alone(std::string_view text, base::Span path);

} // namespace docs_lint::facts
