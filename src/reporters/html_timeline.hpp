#pragma once

#include "records/standing.hpp"

#include <string>
#include <string_view>

namespace docs_lint::reporters {

/// A record's states over time, and below them the commits that signed each gate, that moved the record, and
/// those of the spec and the fix, as one SVG element for an HTML page whose style sheet has its classes.
/// Everything in it is told by words or numbers too, not by colour alone. Empty where there is nothing to
/// draw. `id` makes the ids in it unique in the page.
std::string timeline_svg(const records::Record& record, std::string_view id);

} // namespace docs_lint::reporters
