#pragma once

#include "facts/citations.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <vector>

namespace docs_lint::facts {

/// The commits that a resolved citation of a fix means, as indices into the graph: itself, those of the fix
/// that the cited merge brought in, or those of the range that it ends.
std::vector<std::size_t> commits_of_fix(const Citation& fix, const policy::Policy& policy,
                                        const git::Repository& repository, const git::CommitGraph& graph);

} // namespace docs_lint::facts
