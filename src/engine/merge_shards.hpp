#pragma once

#include "base/result.hpp"
#include "engine/run.hpp"

#include <vector>

namespace docs_lint::engine {

/// Joins the results of all shards of one run, in any order, into the result that one run would have had. It
/// is an error of kind `usage` where a shard is missing or there twice, or where they do not belong together:
/// a report that lacks a part must never look whole.
base::Result<RunResult> merge_shards(std::vector<RunResult> shards);

} // namespace docs_lint::engine
