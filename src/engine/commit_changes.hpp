#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "facts/history.hpp"
#include "git/commit_graph.hpp"
#include "policy/policy.hpp"

namespace docs_lint::engine {

/// Gathers what each commit of the run changes, staged changes as one commit, into `history.commit_changes`;
/// only paths for which an own rule of kind `companion-files` asks, and nothing where none does. `graph` is
/// needed for ranges, pushes and audits only.
base::Result<void> gather_commit_changes(facts::History& history, const Place& place,
                                         const policy::Policy& policy, const git::CommitGraph* graph);

} // namespace docs_lint::engine
