#pragma once

#include "model/block_tree.hpp"
#include "model/document.hpp"
#include "policy/policy.hpp"

namespace docs_lint::model {

/// Gives the document its severities and priorities: what stands under the policy's labels for them, then the
/// tier and the priority that its title tells, and the priority in brackets behind its type. Title and
/// process are read before.
void read_tiers(Document& document, const BlockTree& tree, const policy::Policy& policy);

} // namespace docs_lint::model
