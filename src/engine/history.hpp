#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "engine/request.hpp"
#include "engine/walks.hpp"
#include "facts/corpus.hpp"
#include "facts/history.hpp"
#include "git/mailmap.hpp"

#include <memory>
#include <vector>

namespace docs_lint::engine {

/// What was gathered, and what the time that the run may take was too short for.
struct GatheredHistory {
    facts::History history;
    std::vector<facts::Gap> unreached;
};

/// The walks of a request in its place, with the index that it asks for; null without a repository.
std::unique_ptr<Walks> walks_of(const Request& request, const Place& place, Walks::Check check);

/// A record that was signed anew looks as one that was signed too late; only its history tells them apart.
base::Result<void> ask_for_earlier_sign_offs(facts::Corpus& corpus, const Place& place, Walks* walks);

/// Gathers what the rules may know of commits. The commit graph is read only where something asks for it: a
/// run over several commits, or a document that cites one. Of a shard's history the revisions are those of
/// its own paths and of the documents that sign-offs cite: reading them is what an audit spends most of its
/// time on. `mailmap` is that of the policy; `walks`, null without a repository, gives the graphs.
base::Result<GatheredHistory> read_history(const Place& place, const facts::Corpus& corpus,
                                           const Shard& shard, const git::Mailmap& mailmap, Walks* walks);

} // namespace docs_lint::engine
