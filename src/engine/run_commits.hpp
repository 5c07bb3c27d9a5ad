#pragma once

#include "engine/place.hpp"
#include "git/commit_graph.hpp"

#include <cstddef>
#include <vector>

namespace docs_lint::engine {

/// The commits whose changes a range, a push or an audit judges, as indices into its graph, parents first;
/// none in other modes.
std::vector<std::size_t> commits_of_run(const Place& place, const git::CommitGraph& graph);

} // namespace docs_lint::engine
