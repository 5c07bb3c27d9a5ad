#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "engine/request.hpp"
#include "facts/history.hpp"
#include "git/commit_graph.hpp"
#include "git/mailmap.hpp"

namespace docs_lint::engine {

/// The `.mailmap` by which identities are told, from where the policy comes from: the base's for a change, so
/// that nobody maps himself to a role in the change that profits from it. With a configuration file from
/// outside and no base, whose mailmap could be trusted is not known, and none counts.
base::Result<git::Mailmap> read_mailmap(const Request& request, const Place& place);

/// The run needs to know who is behind the commits that recorded confirmations, or changed documents whose
/// class not everybody may write.
bool asks_for_recorders(const facts::Corpus& corpus);
bool asks_for_authors(const policy::Policy& policy);

/// Gathers that into `history`, whose revisions are there already. `graph` holds what is judged and the base;
/// the second may be called without one, for a single commit.
void gather_recorders(facts::History& history, const Place& place, const git::CommitGraph& graph,
                      const git::Mailmap& mailmap);
base::Result<void> gather_authors(facts::History& history, const Place& place, const git::CommitGraph* graph,
                                  const git::Mailmap& mailmap);

} // namespace docs_lint::engine
