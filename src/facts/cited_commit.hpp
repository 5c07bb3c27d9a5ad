#pragma once

#include "facts/citations.hpp"

namespace docs_lint::facts {

/// What became of a commit that some text names, whatever stands around it: `item` stays null. `mention` must
/// outlive the result. Text of a document never reaches git's revision parser.
Citation resolve_citation(const model::CommitMention& mention, const policy::Policy& policy,
                          const git::Repository& repository, const git::CommitGraph& graph);

} // namespace docs_lint::facts
