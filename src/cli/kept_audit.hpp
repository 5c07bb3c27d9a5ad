#pragma once

#include "base/result.hpp"
#include "cli/jobs.hpp"
#include "engine/run.hpp"

#include <chrono>

namespace docs_lint::cli {

/// The result of the audit: that of an earlier run where one is kept that says the same, and otherwise what
/// `run` finds, which is kept where that is possible and if it took so long.
base::Result<engine::RunResult> run_or_recall(const engine::Request& request, const Run& run,
                                              std::chrono::milliseconds least);

} // namespace docs_lint::cli
