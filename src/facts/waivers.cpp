#include "facts/waivers.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::facts {
namespace {

using policy::EvidenceKind;

bool gives(const ItemFacts& item, const std::vector<EvidenceKind>& kinds, const DocumentFacts& document) {
    return lacking_kinds(item, kinds, *document.policy, document.process).empty();
}

bool accepts_waiver(const std::vector<EvidenceKind>& kinds) {
    return std::find(kinds.begin(), kinds.end(), EvidenceKind::waiver) != kinds.end();
}

} // namespace

bool is_waived(const ItemFacts& item, const DocumentFacts& document) {
    return gives(item, {EvidenceKind::waiver}, document);
}

bool rests_on_waiver(const ItemFacts& item, const DocumentFacts& document) {
    const auto& alternatives = item.definition->evidence;
    return is_waived(item, document) &&
           std::all_of(alternatives.begin(), alternatives.end(), [&](const auto& kinds) {
               return accepts_waiver(kinds) || !gives(item, kinds, document);
           });
}

bool is_needed_for(const policy::ProcessItem& item, std::string_view tier) {
    return std::any_of(item.needed_for.begin(), item.needed_for.end(),
                       [tier](const std::string& one) { return base::equals_ignoring_case(one, tier); });
}

} // namespace docs_lint::facts
