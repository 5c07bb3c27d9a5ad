#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::clarity::placeholder {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a placeholder stands in a part that a passed gate covers",
    .why = "A gate that passed over \"TBC\" has let an open question through: the next state builds on an "
           "answer that "
           "nobody gave.",
    .fix = "Write down what is known, or take the gate's claim back until it is.",
    .source = "Delivery process, global invariant GI-5: no ambiguity survives a phase transition",
};

namespace {

/// What gate rules judge: the components of sign-offs, and what says that a gate has not passed.
bool is_judged_elsewhere(const facts::DocumentFacts& document, base::Span place) {
    const auto holds = [&](base::Span span) { return span.begin < place.end && place.begin < span.end; };
    for (const facts::GateFacts& gate : document.gates) {
        for (const facts::ItemFacts& item : gate.items)
            for (const model::Component& component : item.item->components)
                if (holds(component.source)) return true;
        if (gate.gate != nullptr && std::any_of(gate.gate->statuses.begin(), gate.gate->statuses.end(),
                                                [&](const model::GateStatus& status) {
                                                    return status.open && !status.passed &&
                                                           holds(status.source);
                                                }))
            return true;
    }
    return std::any_of(document->actions.begin(), document->actions.end(),
                       [&](const model::Action& action) { return holds(action.source); });
}

const model::Section* section_at(const facts::DocumentFacts& document, base::Span heading) {
    for (const model::Section& section : document->sections)
        if (section.heading.begin <= heading.begin && heading.begin < section.heading.end) return &section;
    return nullptr;
}

struct Covered {
    base::Span span;
    const facts::GateFacts* gate = nullptr;
};

std::vector<Covered> parts_of_passed_gates(const facts::DocumentFacts& document) {
    std::vector<Covered> parts;
    for (const facts::GateFacts& gate : document.gates) {
        if (gate.gate == nullptr || !gate.claim) continue;
        if (const auto* section = section_at(document, gate.gate->heading))
            parts.push_back({section->source, &gate});
        for (const facts::ItemFacts& item : gate.items) parts.push_back({item.item->source, &gate});
    }
    return parts;
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const auto parts = parts_of_passed_gates(document);
    for (const model::TextLine& line : document->placeholders) {
        const auto part = std::find_if(parts.begin(), parts.end(), [&](const Covered& one) {
            return one.span.begin <= line.source.begin && line.source.end <= one.span.end;
        });
        if (part == parts.end() || is_judged_elsewhere(document, line.source)) continue;
        report.finding({
            .message = fmt::format("\"{}\" is still to be filled in, and gate {} counts as passed", line.text,
                                   part->gate->id),
            .location = document->at(line.source),
            .help = "write down what is known, or take the gate's claim back until it is",
            .related = {claim_of(document, "gate " + part->gate->id, *part->gate->claim)},
        });
    }
}

} // namespace docs_lint::rules::clarity::placeholder
