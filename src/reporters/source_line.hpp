#pragma once

#include "diagnostics/location.hpp"

#include <cstddef>
#include <string>

namespace docs_lint::reporters {

/// One source line as a terminal shows it, and where the caret goes, in terminal columns from 0.
struct SourceLine {
    std::string text;
    std::size_t caret = 0;
    std::size_t caret_width = 1;
};

/// The line of a location, cut to `width` columns around the marked range, with invisible characters written
/// out. A range over several lines is marked to the end of its first.
SourceLine show_source_line(const diagnostics::Location& location, std::size_t width);

} // namespace docs_lint::reporters
