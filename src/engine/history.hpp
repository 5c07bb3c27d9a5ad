#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "facts/corpus.hpp"
#include "facts/history.hpp"
#include "git/mailmap.hpp"
#include "policy/policy.hpp"

namespace docs_lint::engine {

/// Gathers what the rules may know of commits. The commit graph is read only where something asks for it: a
/// run over several commits, or a document that cites one. `mailmap` is that of the policy.
base::Result<facts::History> read_history(const Place& place, const facts::Corpus& corpus,
                                          const policy::Policy& policy, const git::Mailmap& mailmap = {});

} // namespace docs_lint::engine
