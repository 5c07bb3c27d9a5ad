#pragma once

#include "cli/surroundings.hpp"

namespace docs_lint::cli {

/// Whether a shell that is asked for `docs-lint`, as every hook is, finds a program of that name.
bool is_on_path(const Surroundings& surroundings);

} // namespace docs_lint::cli
