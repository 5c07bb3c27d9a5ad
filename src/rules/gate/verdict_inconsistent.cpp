#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::verdict_inconsistent {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "validation passes what the owner did not confirm",
    .why = "An item passes only when its three components agree. One of the two verdicts is wrong, and the "
           "record does not "
           "say which.",
    .fix = "Settle it with the owner, then correct the verdict that was wrong.",
    .source = "Delivery process, Gate Validation Format (present, consistent, explicitly confirmed)",
    .suppressible = false,
};

void check(const facts::DocumentFacts& document, Report& report) {
    using model::Verdict;
    for (const facts::ItemFacts* item : claimed_items(document)) {
        const bool denied =
            item->owner.verdict == Verdict::negative || item->owner.verdict == Verdict::pending;
        if (!denied || item->validation.verdict != Verdict::positive) continue;
        report.finding({
            .message = fmt::format("{} is validated as passed, and its owner {}", name_of(*item),
                                   item->owner.verdict == Verdict::negative ? "said no"
                                                                            : "has not confirmed it yet"),
            .location = document->at(item->validation_component.component->source),
            .help = "settle it with the owner, then correct the verdict that is wrong",
            .related = {{"the owner's word", document->at(item->owner_component.component->source)}},
        });
    }
}

} // namespace docs_lint::rules::gate::verdict_inconsistent
