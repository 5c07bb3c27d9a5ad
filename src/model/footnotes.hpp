#pragma once

#include "base/span.hpp"
#include "markdown/text.hpp"

#include <string_view>
#include <vector>

namespace docs_lint::model {

/// The lines of the notes to which `[^1]` in `part` of the document leads, as they are written, in the order
/// of the marks. GitHub shows them at the end of the page; CommonMark knows no notes.
std::vector<markdown::Text> footnotes_of(base::Span part, std::string_view document);

} // namespace docs_lint::model
