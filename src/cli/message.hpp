#pragma once

#include "base/result.hpp"
#include "cli/colour.hpp"
#include "cli/exit_code.hpp"
#include "cli/surroundings.hpp"

#include <string_view>

namespace docs_lint::cli {

/// `docs-lint: error: message` and `help: ...` on standard error, safe for a terminal and a build log.
/// Gives the exit code that goes with it.
ExitCode report_error(const base::Error& error, ColourChoice colour, const Surroundings& surroundings);

/// `docs-lint: text` on standard error.
void say(std::string_view text, const Surroundings& surroundings);

} // namespace docs_lint::cli
