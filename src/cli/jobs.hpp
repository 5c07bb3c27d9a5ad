#pragma once

#include "base/result.hpp"
#include "engine/run.hpp"

#include <cstddef>
#include <functional>

namespace docs_lint::cli {

using Run = std::function<base::Result<engine::RunResult>(const engine::Request&)>;

/// Runs the request as so many shards, each in a process of its own, and joins what they find: the result is
/// that of one run. Processes, not threads: libgit2 reads packs under one lock. A process that ends without a
/// result is a failure of the run.
base::Result<engine::RunResult> run_in_processes(const engine::Request& request, std::size_t count,
                                                 const Run& run);

} // namespace docs_lint::cli
