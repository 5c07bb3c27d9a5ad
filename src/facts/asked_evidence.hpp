#pragma once

#include "policy/process.hpp"

namespace docs_lint::facts {

/// One of the alternatives that the item accepts as evidence asks for that kind.
bool asks_for(const policy::ProcessItem& item, policy::EvidenceKind kind);

} // namespace docs_lint::facts
