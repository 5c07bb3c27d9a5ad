#pragma once

#include "git/commit_graph.hpp"

#include <cstddef>
#include <vector>

namespace docs_lint::git {

/// The best common ancestors of two commits of a graph, as indices into it, parents before children; none for
/// unrelated histories. Looks at what lies between the two and their common history, however long that is.
std::vector<std::size_t> merge_bases(const CommitGraph& graph, std::size_t left, std::size_t right);

} // namespace docs_lint::git
