#pragma once

#include "diagnostics/location.hpp"
#include "server/positions.hpp"

namespace docs_lint::server {

/// The same place in a text that was edited since: where the line is no longer the one that the location
/// quotes, the nearest line that reads so. A line that is nowhere keeps its number, as far as there are
/// lines; a place in another version of the document, its first line.
diagnostics::Location anchored(diagnostics::Location location, const EditedText& text);

/// A place of this text. A whole document is its first line, and a place without width all that follows in
/// its line.
EditorRange range_in(const diagnostics::Location& location, const EditedText& text);

/// A place of a document that is not at hand, by the line that the location quotes; the end of a range over
/// several lines is that of its first line.
EditorRange range_elsewhere(const diagnostics::Location& location, Encoding encoding);

} // namespace docs_lint::server
