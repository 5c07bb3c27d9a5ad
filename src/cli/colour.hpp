#pragma once

#include "cli/surroundings.hpp"

namespace docs_lint::cli {

enum class ColourChoice { automatic, always, never };

/// The flag decides, then NO_COLOR, then FORCE_COLOR or CLICOLOR_FORCE, then TERM=dumb, then whether it is a
/// terminal.
bool use_colour(ColourChoice choice, bool is_terminal, const Surroundings& surroundings);

} // namespace docs_lint::cli
