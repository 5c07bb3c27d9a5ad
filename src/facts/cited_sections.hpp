#pragma once

#include "facts/cited_text.hpp"
#include "model/document.hpp"

namespace docs_lint::facts {

/// `unknown`: the document does not number or name its parts in this manner.
enum class Presence { no, yes, unknown };

/// Whether the document has the section, heading or anchor that is cited; `yes` where none is.
Presence has_section(const model::Document& document, const CitedText& cited);

/// Anchors that viewers make of themselves: lines, footnotes, the top.
bool is_anchor_of_a_viewer(const std::string& anchor);

} // namespace docs_lint::facts
