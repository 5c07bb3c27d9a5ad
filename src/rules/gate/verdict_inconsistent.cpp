#include "base/text.hpp"
#include "facts/answers.hpp"
#include "facts/severity.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::gate::verdict_inconsistent {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "validation passes what the owner did not confirm, or what another item contradicts",
    .why = "An item passes only when its three components agree. One of the two verdicts is wrong, and the "
           "record does not "
           "say which.",
    .fix = "Settle it with the owner, then correct the verdict that was wrong.",
    .source = "Delivery process, Gate Validation Format (present, consistent, explicitly confirmed)",
    .suppressible = false,
};

namespace {

/// Nothing but the statement that it was not needed stands as evidence.
bool rests_on_waiver(const facts::ItemFacts& item, const facts::DocumentFacts& document) {
    const auto lacks = [&](const std::vector<policy::EvidenceKind>& kinds) {
        return !facts::lacking_kinds(item, kinds, *document.policy, document.process).empty();
    };
    if (item.definition == nullptr || item.evidence_component.component == nullptr) return false;
    if (lacks({policy::EvidenceKind::waiver})) return false;
    return std::all_of(
        item.definition->evidence.begin(), item.definition->evidence.end(), [&](const auto& kinds) {
            return std::find(kinds.begin(), kinds.end(), policy::EvidenceKind::waiver) != kinds.end() ||
                   lacks(kinds);
        });
}

/// The item that leaves this one no waiver, if any does.
const facts::ItemFacts* contradiction_of(const facts::ItemFacts& item, const facts::DocumentFacts& document) {
    const policy::ProcessItem& definition = *item.definition;
    if (!definition.needed_if.empty()) {
        const facts::ItemFacts* other = document.find_item(definition.needed_if);
        if (other != nullptr && facts::decision_of(*other, *document.policy) == facts::DecisionAnswer::yes)
            return other;
    }
    const facts::ItemFacts* severity =
        definition.needed_for.empty() ? nullptr : facts::severity_item(document);
    if (severity == nullptr) return nullptr;
    const auto* tier = facts::tier_named_in(severity->evidence.text, *document.process);
    const bool needed = tier != nullptr &&
                        std::find(definition.needed_for.begin(), definition.needed_for.end(), tier->name) !=
                            definition.needed_for.end();
    return needed ? severity : nullptr;
}

void report_contradiction(const facts::DocumentFacts& document, const facts::ItemFacts& item,
                          Report& report) {
    if (document.process == nullptr || !rests_on_waiver(item, document)) return;
    const facts::ItemFacts* other = contradiction_of(item, document);
    if (other == nullptr) return;
    report.finding({
        .message = fmt::format("{} is waived, and {} says that it is needed", name_of(item), name_of(*other)),
        .location = document->at(item.evidence_component.component->source),
        .help = fmt::format("give the evidence that {} asks for; where {} is wrong, settle that first",
                            name_of(item), name_of(*other)),
        .related = {{"it is needed by this", document->at(place_of(*other, other->evidence_component))}},
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    using model::Verdict;
    for (const facts::ItemFacts* item : claimed_items(document)) {
        report_contradiction(document, *item, report);
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
