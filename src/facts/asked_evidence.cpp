#include "facts/asked_evidence.hpp"

#include <algorithm>

namespace docs_lint::facts {

bool asks_for(const policy::ProcessItem& item, policy::EvidenceKind kind) {
    return std::any_of(item.evidence.begin(), item.evidence.end(), [kind](const auto& kinds) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    });
}

} // namespace docs_lint::facts
