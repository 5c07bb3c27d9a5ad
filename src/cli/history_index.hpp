#pragma once

#include "base/result.hpp"
#include "cli/options.hpp"
#include "cli/surroundings.hpp"
#include "engine/request.hpp"

namespace docs_lint::cli {

/// Lets the run keep and use an index of the history: `--history-index always` does, `never` does not, and
/// `auto` does but under a CI, whose machines are new each time, and in hooks that judge for others
/// (`judges_for_others`). The folder is that of the user's caches, and of this version.
base::Result<void> use_history_index(const CommonOptions& options, bool judges_for_others,
                                     const Surroundings& surroundings, engine::Request& request);

} // namespace docs_lint::cli
