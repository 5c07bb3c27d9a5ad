#pragma once

#include "base/date.hpp"

namespace docs_lint::base {

/// What this machine's clock shows, as UTC.
Instant now();

} // namespace docs_lint::base
