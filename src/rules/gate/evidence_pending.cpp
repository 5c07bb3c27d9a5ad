#include "base/text.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::evidence_pending {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a passed item's evidence is a placeholder, or says that it is still to come",
    .why = "A gate that claims to have passed rests on evidence that is there, not on evidence that somebody "
           "meant to add.",
    .fix = "Replace the placeholder by the evidence; or take back the claim that the gate has passed.",
    .source = "Delivery process, invariant GI-3; Gate Validation Format",
    .suppressible = false,
};

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::ItemFacts* item : claimed_items(document)) {
        if (item->evidence_component.component == nullptr || !item->evidence.is_pending) continue;
        report.finding({
            .message = fmt::format("{} counts as passed while its evidence is still to come", name_of(*item)),
            .location = document->at(item->evidence_component.component->source),
            .help = "replace the placeholder by the specific reference, or correct what says that the item "
                    "has passed",
            .related = {claim_of(document, name_of(*item), *item->claim)},
        });
    }
}

} // namespace docs_lint::rules::gate::evidence_pending
