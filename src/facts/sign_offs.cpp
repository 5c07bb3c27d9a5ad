#include "facts/sign_offs.hpp"

#include "facts/asked_evidence.hpp"
#include "facts/claims.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

using model::ComponentKind;
using model::Verdict;

ComponentFacts gather_component(const model::GateItem& item, ComponentKind kind) {
    ComponentFacts facts;
    facts.placed = item.placed(kind);
    if (facts.placed.size() == 1) facts.component = facts.placed.front();
    for (const model::Component& component : item.components)
        if (component.kind == kind && component.misplacement != model::Misplacement::none)
            facts.misplaced.push_back(&component);
    return facts;
}

bool is_substantial(const ItemFacts& facts) {
    const auto* component = facts.evidence_component.component;
    const model::Evidence& evidence = facts.evidence;
    return component != nullptr && component->plain && !evidence.text.empty() && !evidence.is_pending &&
           !evidence.is_vague && !evidence.is_spoken;
}

bool is_confirmed(const ComponentFacts& facts, const model::Confirmation& confirmation) {
    return facts.component != nullptr && facts.component->plain &&
           confirmation.verdict == Verdict::positive && !confirmation.roles.empty() &&
           confirmation.date.has_value();
}

bool is_signed_off(const ItemFacts& facts, const policy::Policy& policy, const policy::Process* process) {
    const auto contradiction = contradiction_in_evidence(facts);
    if (contradiction && contradiction->is_clear) return false;
    return !facts.item->struck_out && is_substantial(facts) && !evidence_gap(facts, policy, process) &&
           is_confirmed(facts.owner_component, facts.owner) && confirmed_by_right_role(facts, policy) &&
           is_confirmed(facts.validation_component, facts.validation) &&
           validated_by_right_role(facts, policy);
}

/// The evidence is what the item asks for, and of all these kinds.
bool is_accepted_as(const std::vector<policy::EvidenceKind>& kinds, const ItemFacts& facts,
                    const policy::Policy& policy, const policy::Process* process) {
    return facts.definition != nullptr && !evidence_gap(facts, policy, process) &&
           lacking_kinds(facts, kinds, policy, process).empty();
}

/// Words that say nothing elsewhere may be the very statement that the item accepts.
bool is_accepted_waiver(const ItemFacts& facts, const policy::Policy& policy,
                        const policy::Process* process) {
    return is_accepted_as({policy::EvidenceKind::waiver}, facts, policy, process);
}

/// Nobody confirms in the wrong place, but who takes back there what stands in the right one is heard.
/// Quotes are other people's words.
void hear_misplaced(model::Confirmation& confirmation, const ComponentFacts& component,
                    const policy::Policy& policy) {
    if (confirmation.verdict != Verdict::positive) return;
    for (const model::Component* one : component.misplaced) {
        if (one->misplacement == model::Misplacement::quoted) continue;
        const Verdict verdict = model::read_confirmation(*one, policy).verdict;
        if (one->misplacement == model::Misplacement::noted && confirmation.remark.empty())
            confirmation.remark = model::doubtful_note(*one, policy);
        if (verdict == Verdict::negative || verdict == Verdict::hedged || verdict == Verdict::contradictory)
            confirmation.verdict = Verdict::contradictory;
    }
}

/// Commits of evidence in the wrong place satisfy nothing, and are not forgotten.
void remember_misplaced(model::Evidence& evidence, const ComponentFacts& component,
                        const policy::Policy& policy) {
    for (const model::Component* one : component.misplaced)
        for (const model::CommitMention& mention : model::read_evidence(*one, policy).commits)
            evidence.possible_commits.push_back(mention);
}

/// Digits alone may be a number; where the item asks for a commit and nothing else is one, they are meant as
/// such.
void take_digits_for_commits(ItemFacts& facts, const policy::Policy& policy, const policy::Process* process) {
    model::Evidence& evidence = facts.evidence;
    if (facts.definition == nullptr || !evidence.commits.empty() || evidence.possible_commits.empty() ||
        !asks_for(*facts.definition, policy::EvidenceKind::commit) || !evidence_gap(facts, policy, process))
        return;
    auto& possible = evidence.possible_commits;
    const auto meant = std::stable_partition(possible.begin(), possible.end(), [](const auto& mention) {
        return mention.digits.find_first_not_of("0123456789") != std::string::npos;
    });
    evidence.commits.assign(meant, possible.end());
    possible.erase(meant, possible.end());
    evidence.is_vague = evidence.is_vague && evidence.commits.empty();
}

/// `all pass, 2026-02-24T09:12:33Z`: the result of a run with its time is what the item asks for.
bool is_timed_result(const ItemFacts& facts, const policy::Policy& policy, const policy::Process* process) {
    const bool timed = std::any_of(facts.evidence.dates.begin(), facts.evidence.dates.end(),
                                   [](const base::Moment& moment) { return moment.time_of_day.has_value(); });
    return timed &&
           is_accepted_as({policy::EvidenceKind::result, policy::EvidenceKind::date}, facts, policy, process);
}

ItemFacts gather_item(const model::GateItem& item, const std::optional<Claim>& gate_claim,
                      const policy::Policy& policy, const policy::Process* process) {
    ItemFacts facts;
    facts.item = &item;
    facts.definition = process != nullptr ? process->find_item(item.id) : nullptr;
    facts.evidence_component = gather_component(item, ComponentKind::evidence);
    facts.owner_component = gather_component(item, ComponentKind::owner_confirmation);
    facts.validation_component = gather_component(item, ComponentKind::validation);
    if (const auto* one = facts.evidence_component.component)
        facts.evidence = model::read_evidence(*one, policy);
    if (const auto* one = facts.owner_component.component)
        facts.owner = model::read_confirmation(*one, policy);
    if (const auto* one = facts.validation_component.component)
        facts.validation = model::read_confirmation(*one, policy);
    take_digits_for_commits(facts, policy, process);
    hear_misplaced(facts.owner, facts.owner_component, policy);
    hear_misplaced(facts.validation, facts.validation_component, policy);
    remember_misplaced(facts.evidence, facts.evidence_component, policy);
    if (facts.evidence.is_vague &&
        (is_accepted_waiver(facts, policy, process) || is_timed_result(facts, policy, process)))
        facts.evidence.is_vague = false;
    facts.claim = item_claim(facts, gate_claim, policy);
    facts.signed_off = is_signed_off(facts, policy, process);
    return facts;
}

void gather_missing(GateFacts& gate) {
    if (gate.definition == nullptr) return;
    for (const policy::ProcessItem& wanted : gate.definition->items) {
        const bool held = std::any_of(gate.items.begin(), gate.items.end(), [&](const ItemFacts& facts) {
            return facts.definition == &wanted && !facts.item->struck_out;
        });
        if (!held) gate.missing.push_back(&wanted);
    }
}

GateFacts gather_gate(std::string id, const policy::ProcessGate* definition, const model::Gate* gate,
                      const std::optional<DeclaredState>& furthest, const policy::Policy& policy,
                      const policy::Process* process) {
    GateFacts facts;
    facts.id = std::move(id);
    facts.definition = definition;
    facts.gate = gate;
    facts.claim = gate_claim(facts, furthest, process);
    if (gate != nullptr)
        for (const model::GateItem& item : gate->items)
            facts.items.push_back(gather_item(item, facts.claim, policy, process));
    gather_missing(facts);
    return facts;
}

const model::Gate* find_gate(const model::Document& document, const std::string& id) {
    const auto found = std::find_if(document.gates.begin(), document.gates.end(),
                                    [&](const model::Gate& gate) { return gate.id == id; });
    return found == document.gates.end() ? nullptr : &*found;
}

} // namespace

bool GateFacts::passed() const {
    return missing.empty() && !items.empty() &&
           std::all_of(items.begin(), items.end(), [](const ItemFacts& item) { return item.signed_off; });
}

base::Span GateFacts::place(const model::Document& document) const {
    if (gate != nullptr) return gate->heading;
    return claim ? claim->source : document.beginning();
}

bool confirmed_by_right_role(const ItemFacts& facts, const policy::Policy& policy) {
    const auto may_confirm = [&](const model::RoleMention& mention) {
        if (facts.definition == nullptr || facts.definition->confirmed_by.empty())
            return !mention.roles.empty();
        return policy.roles.may_act_as_any(mention.roles, facts.definition->confirmed_by);
    };
    return std::any_of(facts.owner.roles.begin(), facts.owner.roles.end(), may_confirm);
}

bool validated_by_right_role(const ItemFacts& facts, const policy::Policy& policy) {
    return std::any_of(facts.validation.roles.begin(), facts.validation.roles.end(),
                       [&](const auto& mention) {
                           return policy.roles.may_act_as(mention.roles, policy.sign_off.validator_role);
                       });
}

std::vector<GateFacts> gather_gates(const model::Document& document, const policy::Policy& policy,
                                    const policy::Process* process) {
    std::optional<DeclaredState> furthest;
    if (process != nullptr) furthest = furthest_declared_state(document, *process);
    std::vector<GateFacts> gates;
    if (process != nullptr)
        for (const policy::ProcessGate& definition : process->gates)
            gates.push_back(gather_gate(definition.id, &definition, find_gate(document, definition.id),
                                        furthest, policy, process));
    for (const model::Gate& gate : document.gates)
        if (process == nullptr || process->find_gate(gate.id) == nullptr)
            gates.push_back(gather_gate(gate.id, nullptr, &gate, furthest, policy, process));
    return gates;
}

} // namespace docs_lint::facts
