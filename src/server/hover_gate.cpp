#include "base/text.hpp"
#include "server/hover.hpp"
#include "server/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::server {
namespace {

using facts::DocumentFacts;
using facts::GateFacts;
using facts::ItemFacts;

void say_who(Hover& hover, const ItemFacts& item) {
    if (const std::string owner = said_by(item.owner); !owner.empty())
        hover.rows.push_back("owner confirmation: " + owner);
    if (const std::string validation = said_by(item.validation); !validation.empty())
        hover.rows.push_back("validation: " + validation);
}

std::string evidence_asked_for(const policy::ProcessItem& item) {
    std::vector<std::string> alternatives;
    for (const auto& kinds : item.evidence) {
        std::vector<std::string> words;
        for (const policy::EvidenceKind kind : kinds) words.emplace_back(policy::describe(kind));
        alternatives.push_back(base::list_in_words(words));
    }
    return base::list_in_words(alternatives, "or");
}

void say_what_is_asked(Hover& hover, const ItemFacts& item, const policy::Policy& policy) {
    if (item.definition == nullptr) {
        hover.rows.emplace_back("the process does not know this item");
        return;
    }
    hover.rows.push_back("to be " + duties_of(*item.definition, policy));
    if (const std::string kinds = evidence_asked_for(*item.definition); !kinds.empty())
        hover.rows.push_back("evidence asked for: " + kinds);
}

std::vector<std::string> open_items(const GateFacts& gate) {
    std::vector<std::string> names;
    for (const ItemFacts& item : gate.items)
        if (!item.signed_off) names.push_back(item.item->id.empty() ? item.item->title : item.item->id);
    for (const policy::ProcessItem* missing : gate.missing) names.push_back(missing->id);
    return names;
}

/// The first gate of the process behind this one that has not passed.
const GateFacts* open_gate_behind(const DocumentFacts& document, const GateFacts& gate) {
    const auto next = document.gates.begin() + (&gate - document.gates.data()) + 1;
    const auto open = std::find_if(next, document.gates.end(), [](const GateFacts& one) {
        return one.definition != nullptr && !one.passed();
    });
    return open != document.gates.end() ? &*open : nullptr;
}

/// What has to happen now, as far as this gate is concerned.
std::string next_step(const DocumentFacts& document, const GateFacts& gate) {
    if (gate.definition == nullptr) return "";
    if (!gate.passed())
        return fmt::format("next: the sign-off of {} opens {}", base::list_in_words(open_items(gate)),
                           gate.definition->to);
    const GateFacts* behind = open_gate_behind(document, gate);
    if (behind == nullptr) return "next: nothing; no gate behind this one is open";
    return fmt::format("next: {}, {}", name_of(*behind->definition), standing_of(*behind));
}

std::string row_of(const ItemFacts& item, const DocumentFacts& document) {
    std::string row = fmt::format("{}: {}", name_of(item), standing_of(item, document));
    if (const std::string owner = said_by(item.owner); !owner.empty()) row += "; owner: " + owner;
    if (const std::string validation = said_by(item.validation); !validation.empty())
        row += "; validation: " + validation;
    return row;
}

Hover hover_on_item(const GateFacts& gate, const ItemFacts& item, const OpenDocument& document) {
    const DocumentFacts& facts = document.draft->document();
    Hover hover;
    hover.title = name_of(item);
    const auto reasons = what_is_open(item, facts);
    hover.rows.push_back(reasons.empty() ? "signed off" : "open: " + base::list_in_words(reasons));
    say_who(hover, item);
    for (std::string& commit : commits_of(item, document)) hover.rows.push_back(std::move(commit));
    say_what_is_asked(hover, item, *facts.policy);
    if (std::string next = next_step(facts, gate); !next.empty()) hover.rows.push_back(std::move(next));
    hover.source = item.item->source;
    return hover;
}

Hover hover_on_gate(const GateFacts& gate, const OpenDocument& document) {
    const DocumentFacts& facts = document.draft->document();
    Hover hover;
    hover.title = gate.definition != nullptr ? name_of(*gate.definition) : "gate " + gate.id;
    hover.rows.push_back(standing_of(gate));
    for (const ItemFacts& item : gate.items) {
        hover.rows.push_back(row_of(item, facts));
        for (std::string& commit : commits_of(item, document)) hover.rows.push_back(std::move(commit));
    }
    for (const policy::ProcessItem* missing : gate.missing)
        hover.rows.push_back(name_of(*missing) + ": not in this record; to be " +
                             duties_of(*missing, *facts.policy));
    if (std::string next = next_step(facts, gate); !next.empty()) hover.rows.push_back(std::move(next));
    hover.source = gate.gate->heading;
    return hover;
}

bool touches(base::Span span, std::size_t offset) {
    return span.begin <= offset && offset <= span.end;
}

} // namespace

std::optional<Hover> hover_gate(const OpenDocument& document, std::size_t offset) {
    const auto& gates = document.draft->document().gates;
    for (const GateFacts& gate : gates)
        for (const ItemFacts& item : gate.items)
            if (touches(item.item->source, offset)) return hover_on_item(gate, item, document);
    for (const GateFacts& gate : gates)
        if (gate.gate != nullptr && touches(gate.gate->heading, offset)) return hover_on_gate(gate, document);
    return std::nullopt;
}

} // namespace docs_lint::server
