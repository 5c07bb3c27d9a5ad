#pragma once

#include "base/result.hpp"
#include "base/time_budget.hpp"
#include "git/commit_graph.hpp"

#include <vector>

namespace docs_lint::git {

/// `CommitGraph::read` in a limited time. A graph without its end would answer wrongly, so a walk for which
/// the time is too short is an error of kind `unverifiable`.
base::Result<CommitGraph> read_graph(const Repository& repository, const std::vector<ObjectId>& tips,
                                     PackedGraph known, const base::TimeBudget& time);

} // namespace docs_lint::git
