#pragma once

#include "engine/proposal.hpp"

namespace docs_lint::engine {

/// Lets each class with gate records take its process from the template of this repository that its documents
/// follow, where exactly one does and leaves nothing open under the configuration that is proposed. What
/// stands in the way otherwise becomes an `OpenProcess`.
void propose_processes(Proposal& proposal, const Survey& survey);

} // namespace docs_lint::engine
