#include "facts/asked_evidence.hpp"
#include "facts/severity.hpp"
#include "model/text_tools.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::severity::missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the record has no severity, though the gate that assigns it has passed",
    .why = "Without a tier no timer runs, and nobody knows which duties its closure has.",
    .fix = "Write the tier that was assigned where the record declares its severity.",
    .source = "Delivery process, severity tiers: the tier is assigned in the first state",
};

namespace {

/// The gate that leads out of the first state: by its end the tier is assigned.
const facts::GateFacts* first_gate(const facts::DocumentFacts& document) {
    for (const facts::GateFacts& gate : document.gates)
        if (gate.definition != nullptr && document.process->rank_of(gate.definition->from) == std::size_t{0})
            return &gate;
    return nullptr;
}

/// An item that asks for the tier has findings of its own where it names none.
bool is_asked_for_by_item(const policy::Process& process) {
    for (const policy::ProcessGate& gate : process.gates)
        for (const policy::ProcessItem& item : gate.items)
            if (facts::asks_for(item, policy::EvidenceKind::severity)) return true;
    return false;
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document.process == nullptr || document.process->severities.empty()) return;
    const facts::GateFacts* gate = first_gate(document);
    if (gate == nullptr || !gate->claim) return;
    const std::string help = "write the tier that was assigned";
    for (const model::TierDeclaration& declared : document->severities)
        if (facts::is_waiting(declared.text, document.policy->sign_off))
            report.finding({
                .message = fmt::format("the severity is \"{}\", and gate {} counts as passed", declared.text,
                                       gate->id),
                .location = document->at(declared.source),
                .help = help,
                .related = {claim_of(document, "gate " + gate->id, *gate->claim)},
            });
    if (!document->severities.empty() || is_asked_for_by_item(*document.process)) return;
    report.finding({
        .message = fmt::format("the record declares no severity, and gate {} counts as passed", gate->id),
        .location = document->at(gate->claim->source),
        .help = help,
    });
}

} // namespace docs_lint::rules::severity::missing
