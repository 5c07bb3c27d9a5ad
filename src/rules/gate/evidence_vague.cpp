#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::evidence_vague {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a passed item's evidence says nothing specific, or rests on spoken word only",
    .why = "\"Done\" and \"agreed in the call\" cannot be checked by anybody who was not there.",
    .fix = "Name what can be looked up: the commit, the document with section and version, the test run, or "
           "the written "
           "statement and its author.",
    .source = "Delivery process, invariant GI-3; Gate Validation Format (specific reference)",
    .suppressible = false,
};

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::ItemFacts* item : claimed_items(document)) {
        const model::Evidence& evidence = item->evidence;
        if (evidence.is_pending || (!evidence.is_vague && !evidence.is_spoken)) continue;
        report.finding({
            .message = evidence.is_spoken
                           ? fmt::format("the evidence of {} rests on spoken word only", name_of(*item))
                           : fmt::format("the evidence of {} names nothing specific", name_of(*item)),
            .location = document->at(item->evidence_component.component->source),
            .help = evidence.is_spoken
                        ? "have it confirmed in writing and cite that: who, what, when, where it is kept"
                        : "cite what can be looked up: a commit, a path with section and version, a test "
                          "result, a written statement with its author",
            .related = {claim_of(document, name_of(*item), *item->claim)},
        });
    }
}

} // namespace docs_lint::rules::gate::evidence_vague
