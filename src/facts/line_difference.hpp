#pragma once

#include "base/span.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// Where two versions of a text first differ, by whole lines.
struct FirstDifference {
    base::Span in_new; ///< the first line that is not as before; at the end where lines were only cut off
    std::size_t changed_lines = 0; ///< lines of the old version that were changed or taken out
};
FirstDifference first_difference(std::string_view old_text, std::string_view new_text);

/// Lines of `text` that `other` does not hold, each line counted as often as it stands: their spans, in
/// order.
std::vector<base::Span> lines_only_in(std::string_view text, std::string_view other);

/// The share of the lines of `text` (0 to 1) that `other` holds, too. Blank lines do not count.
double shared_lines(std::string_view text, std::string_view other);

} // namespace docs_lint::facts
