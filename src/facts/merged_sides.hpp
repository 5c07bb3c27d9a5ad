#pragma once

#include "facts/citations.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <vector>

namespace docs_lint::facts {

/// Where a fix is cited by a merge that took other work along (`git pull`, an update of the fix's branch):
/// commits of the merge's first parent that the others do not have, and that change what the scope names.
/// None where the other side may be the fix: it changes the scope, too, and git's own message does not say
/// that the main line, or the same branch, was merged into the work.
std::vector<std::size_t> commits_of_first_side(const Citation& fix,
                                               const std::vector<model::PathMention>& scope,
                                               const policy::Policy& policy,
                                               const git::Repository& repository,
                                               const git::CommitGraph& graph);

} // namespace docs_lint::facts
