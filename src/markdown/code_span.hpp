#pragma once

#include "base/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace docs_lint::markdown {

/// A code span in a block's text. `inner` is what is shown: between the backticks, without the one blank at
/// each side that CommonMark strips. `end` lies behind the closing backticks, 0 where there is no code span.
struct CodeSpan {
    base::Span inner;
    std::size_t end = 0;
};

CodeSpan find_code_span(std::string_view content, std::size_t at);

/// The text of a code span as cmark-gfm shows it: line endings are blanks.
std::string normalised_code(std::string_view inner);

} // namespace docs_lint::markdown
