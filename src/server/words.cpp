#include "server/words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::server {
namespace {

using facts::ComponentFacts;
using facts::DocumentFacts;
using facts::ItemFacts;
using model::Confirmation;
using model::Verdict;

/// Why a component does not count; empty where it does.
std::string absence_of(const ComponentFacts& component, std::string_view name) {
    if (component.component != nullptr) return "";
    if (component.placed.size() > 1) return fmt::format("{} stands there more than once", name);
    if (!component.misplaced.empty()) return fmt::format("{} stands in the wrong place", name);
    return fmt::format("{} is missing", name);
}

std::string fault_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::positive:
        return "";
    case Verdict::missing:
    case Verdict::pending:
        return "is still to come";
    case Verdict::undecided:
        return "leaves both answers standing";
    case Verdict::negative:
        return "says no";
    case Verdict::hedged:
        return "takes itself back";
    case Verdict::contradictory:
        return "says yes and no";
    case Verdict::unclear:
        break;
    }
    return "is none of the process's words";
}

std::string fault_of(const Confirmation& confirmation, bool right_role) {
    if (const std::string fault = fault_of(confirmation.verdict); !fault.empty()) return fault;
    if (!right_role) return "is by none of the roles that may";
    return confirmation.date ? "" : "has no date";
}

std::string kinds_in_words(const std::vector<policy::EvidenceKind>& kinds) {
    std::vector<std::string> words;
    for (const policy::EvidenceKind kind : kinds) words.emplace_back(policy::describe(kind));
    return base::list_in_words(words);
}

std::string open_evidence(const ItemFacts& item, const DocumentFacts& document) {
    if (const std::string absent = absence_of(item.evidence_component, "the evidence"); !absent.empty())
        return absent;
    if (item.evidence.text.empty() || item.evidence.is_pending) return "the evidence is still to come";
    if (item.evidence.is_vague) return "the evidence names nothing specific";
    if (item.evidence.is_spoken) return "the evidence is spoken word";
    const auto gap = facts::evidence_gap(item, *document.policy, document.process);
    return gap ? "the evidence lacks " + kinds_in_words(gap->lacking) : "";
}

std::string open_confirmation(const ComponentFacts& component, const Confirmation& confirmation,
                              bool right_role, const std::string& name) {
    if (const std::string absent = absence_of(component, name); !absent.empty()) return absent;
    const std::string fault = fault_of(confirmation, right_role);
    return fault.empty() ? "" : name + " " + fault;
}

std::string verb_for(std::size_t count) {
    return count == 1 ? "is" : "are";
}

} // namespace

std::vector<std::string> what_is_open(const ItemFacts& item, const DocumentFacts& document) {
    if (item.signed_off) return {};
    if (item.item->struck_out) return {"it is struck through"};
    const policy::Policy& policy = *document.policy;
    std::vector<std::string> reasons{
        open_evidence(item, document),
        open_confirmation(item.owner_component, item.owner, facts::confirmed_by_right_role(item, policy),
                          "the owner's confirmation"),
        open_confirmation(item.validation_component, item.validation,
                          facts::validated_by_right_role(item, policy), "the validation")};
    std::erase(reasons, "");
    if (reasons.empty()) reasons.emplace_back("it is not written as the process asks");
    return reasons;
}

std::string standing_of(const ItemFacts& item, const DocumentFacts& document) {
    const auto reasons = what_is_open(item, document);
    return reasons.empty() ? "signed off" : "open: " + reasons.front();
}

std::string standing_of(const facts::GateFacts& gate) {
    const std::size_t all = gate.items.size() + gate.missing.size();
    const auto is_signed = [](const ItemFacts& item) { return item.signed_off; };
    const auto done =
        static_cast<std::size_t>(std::count_if(gate.items.begin(), gate.items.end(), is_signed));
    if (gate.passed()) return fmt::format("passed: {} of {} items {} signed off", done, all, verb_for(done));
    return fmt::format("open: {} of {} items {} signed off", done, all, verb_for(done));
}

std::string said_by(const Confirmation& confirmation) {
    if (confirmation.verdict == Verdict::missing || confirmation.verdict == Verdict::pending) return "";
    std::vector<std::string> names;
    for (const model::RoleMention& role : confirmation.roles) names.push_back(role.name);
    std::string text = confirmation.verdict == Verdict::positive   ? "yes"
                       : confirmation.verdict == Verdict::negative ? "no"
                                                                   : "unclear";
    if (!names.empty()) text += " by " + base::list_in_words(names);
    if (confirmation.date) text += " on " + base::to_string(*confirmation.date);
    return text;
}

std::string titles_of(const std::vector<std::string>& roles, const policy::Policy& policy) {
    std::vector<std::string> titles;
    for (const std::string& id : roles) {
        const policy::Role* role = policy.roles.find(id);
        titles.push_back(role != nullptr ? role->title : id);
    }
    return base::list_in_words(titles, "or");
}

std::string name_of(const policy::ProcessItem& item) {
    return item.id + " " + item.title;
}

std::string name_of(const ItemFacts& item) {
    if (item.definition != nullptr) return name_of(*item.definition);
    const std::string& id = item.item->id;
    return id.empty() ? item.item->title : id + " " + item.item->title;
}

std::string name_of(const policy::ProcessGate& gate) {
    return fmt::format("gate {} ({} → {})", gate.id, gate.from, gate.to);
}

std::string duties_of(const policy::ProcessItem& item, const policy::Policy& policy) {
    const std::string owner = titles_of(item.confirmed_by, policy);
    const std::string validator = titles_of({policy.sign_off.validator_role}, policy);
    return fmt::format("confirmed by {}, validated by {}", owner.empty() ? "any role" : owner, validator);
}

} // namespace docs_lint::server
