#include "records/gates.hpp"

#include "base/text.hpp"
#include "facts/renewed_sign_offs.hpp"

#include <fmt/format.h>

namespace docs_lint::records {
namespace {

using facts::ItemFacts;
using model::Verdict;

std::string roles_of(const model::Confirmation& confirmation) {
    std::vector<std::string> names;
    for (const model::RoleMention& role : confirmation.roles) names.push_back(role.name);
    return fmt::format("{}", fmt::join(names, " + "));
}

std::string date_of(const model::Confirmation& confirmation) {
    return confirmation.date ? base::to_string(*confirmation.date) : std::string{};
}

bool says_nothing(const model::Confirmation& confirmation) {
    return confirmation.verdict == Verdict::missing || confirmation.verdict == Verdict::pending ||
           confirmation.verdict == Verdict::undecided;
}

/// The validation is dated after the transition that rests on it, and was not given before as well.
bool is_late(const facts::DocumentFacts& document, const facts::GateFacts& gate, const ItemFacts& item) {
    const auto transition = facts::newest_transition(document, gate);
    const bool after =
        transition && item.validation.date && base::surely_before(transition->when, *item.validation.date);
    return after && !(item.renewal && item.renewal->was_signed);
}

bool by_wrong_role(const model::Confirmation& confirmation, bool right_role) {
    return confirmation.verdict == Verdict::positive && !confirmation.roles.empty() && !right_role;
}

bool has_evidence(const ItemFacts& item) {
    return item.evidence_component.component != nullptr && !item.evidence.text.empty() &&
           !item.evidence.is_pending;
}

ItemStanding standing_of(const facts::DocumentFacts& document, const facts::GateFacts& gate,
                         const ItemFacts& item) {
    if (item.signed_off) return is_late(document, gate, item) ? ItemStanding::late : ItemStanding::signed_off;
    if (item.owner.verdict == Verdict::negative || item.validation.verdict == Verdict::negative)
        return ItemStanding::refused;
    if (by_wrong_role(item.owner, facts::confirmed_by_right_role(item, *document.policy)) ||
        by_wrong_role(item.validation, facts::validated_by_right_role(item, *document.policy)))
        return ItemStanding::wrong_role;
    const bool untouched = says_nothing(item.owner) && says_nothing(item.validation) && !has_evidence(item);
    return untouched ? ItemStanding::pending : ItemStanding::incomplete;
}

/// What one of the two verdicts lacks; empty: nothing.
std::string lacking(const facts::ComponentFacts& component, const model::Confirmation& confirmation,
                    bool right_role, std::string_view name) {
    if (component.component == nullptr && !component.placed.empty())
        return fmt::format("one {} (it has several)", name);
    if (component.component == nullptr || says_nothing(confirmation)) return fmt::format("the {}", name);
    if (confirmation.verdict != Verdict::positive) return fmt::format("a plain yes in the {}", name);
    if (confirmation.roles.empty()) return fmt::format("the role of the {}", name);
    if (!right_role) return fmt::format("the {} by the right role", name);
    if (!confirmation.date) return fmt::format("the date of the {}", name);
    return component.component->plain ? std::string{} : fmt::format("plain letters in the {}", name);
}

std::string lacking_evidence(const facts::DocumentFacts& document, const ItemFacts& item) {
    if (!has_evidence(item)) return "the evidence";
    if (item.evidence.is_vague || item.evidence.is_spoken) return "evidence that names something";
    if (const auto gap = facts::evidence_gap(item, *document.policy, document.process)) {
        std::vector<std::string> kinds;
        for (const policy::EvidenceKind kind : gap->lacking) kinds.emplace_back(describe(kind));
        return fmt::format("{} in its evidence", base::list_in_words(kinds));
    }
    if (const auto contradiction = facts::contradiction_in_evidence(item);
        contradiction && contradiction->is_clear)
        return "evidence that does not say the opposite";
    return item.evidence_component.component->plain ? std::string{} : "plain letters in its evidence";
}

std::vector<std::string> lacks_of(const facts::DocumentFacts& document, const ItemFacts& item) {
    std::vector<std::string> lacks = {
        lacking_evidence(document, item),
        lacking(item.owner_component, item.owner, facts::confirmed_by_right_role(item, *document.policy),
                "owner confirmation"),
        lacking(item.validation_component, item.validation,
                facts::validated_by_right_role(item, *document.policy), "validation")};
    std::erase(lacks, "");
    if (item.item->struck_out) lacks.emplace_back("a heading that is not struck through");
    return lacks;
}

Item item_of(const facts::DocumentFacts& document, const facts::GateFacts& gate, const ItemFacts& facts) {
    Item item;
    item.id = facts.item->id.empty() ? facts.item->title : facts.item->id;
    item.title = facts.definition != nullptr ? facts.definition->title : facts.item->title;
    item.standing = standing_of(document, gate, facts);
    item.confirmed_by = roles_of(facts.owner);
    item.confirmed_at = date_of(facts.owner);
    item.validated_by = roles_of(facts.validation);
    item.validated_at = date_of(facts.validation);
    if (!facts.signed_off) item.lacks = lacks_of(document, facts);
    item.line = document->at(facts.item->heading).begin.line;
    return item;
}

Item missing_item(const policy::ProcessItem& definition, bool claimed) {
    Item item;
    item.id = definition.id;
    item.title = definition.title;
    item.standing = claimed ? ItemStanding::missing : ItemStanding::pending;
    item.lacks = {"the item itself"};
    return item;
}

Gate gate_of(const facts::DocumentFacts& document, const facts::GateFacts& facts) {
    Gate gate;
    gate.id = facts.id;
    if (facts.definition != nullptr) gate.from = facts.definition->from, gate.to = facts.definition->to;
    gate.passed = facts.passed();
    gate.claimed = facts.claim.has_value();
    for (const ItemFacts& item : facts.items) gate.items.push_back(item_of(document, facts, item));
    for (const policy::ProcessItem* item : facts.missing)
        gate.items.push_back(missing_item(*item, gate.claimed));
    return gate;
}

} // namespace

std::vector<Gate> gates_of(const facts::DocumentFacts& document) {
    std::vector<Gate> gates;
    for (const facts::GateFacts& gate : document.gates) gates.push_back(gate_of(document, gate));
    return gates;
}

} // namespace docs_lint::records
