#pragma once

#include "cli/exit_code.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"
#include "engine/request.hpp"

namespace docs_lint::cli {

/// `docs-lint check --fix`: cures in the working tree what can be derived, says on standard error what it did
/// and what it could not do, and reports what is left as a check does, exit code included.
ExitCode fix(const engine::Request& request, const CommonOptions& options, const Surroundings& surroundings);

/// `docs-lint check --diff`: shows the same as a difference that `git apply` takes, and writes nothing. Ends
/// as a check does, and with `findings` where there is anything to cure. On a terminal and under a CI
/// invisible characters are shown as escapes.
ExitCode show_fixes(const engine::Request& request, const CommonOptions& options,
                    const Surroundings& surroundings);

} // namespace docs_lint::cli
