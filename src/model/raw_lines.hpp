#pragma once

#include "base/line_index.hpp"
#include "base/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// How the raw text is taken: without HTML and comments, with what stands inside them, or with invisible
/// characters and odd line breaks as gaps.
enum class RawView { as_shown, as_written, split };

/// A line of a document's head, folded to what a careless reader would take it for.
struct RawLine {
    std::string folded;
    base::Span source;
    bool hidden = false; ///< in a comment or a fenced block
};

/// The lines from the top to the first heading of level 2 and below, those in front matter, comments, fenced
/// blocks and right at the top left out. In linear time.
std::vector<RawLine> head_lines(std::string_view text, const base::LineIndex& index, RawView view);

} // namespace docs_lint::model
