#pragma once

#include "base/result.hpp"
#include "policy/policy.hpp"
#include "source/source_tree.hpp"

namespace docs_lint::engine {

/// The packs that a configuration of these documents should rest on: the usual one, and each other that is
/// built in whose records, with an id in their path and a status in their header, are there.
base::Result<policy::Policy> propose_packs(const source::SourceTree& snapshot);

} // namespace docs_lint::engine
