#include "server/completion.hpp"

#include "server/line_reading.hpp"
#include "server/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace docs_lint::server {
namespace {

using facts::DocumentFacts;

enum class Kind : int { value = 12, reference = 18, member = 20 }; // as the protocol numbers them

/// The first group is what belongs at the place, the later ones what may stand there, too.
struct Proposal {
    std::string text;
    std::string detail;
    Kind kind = Kind::value;
    int group = 0;
};

using Proposals = std::vector<Proposal>;

/// The item that a byte belongs to: the last one that begins before it.
const policy::ProcessItem* item_at(const DocumentFacts& document, std::size_t offset) {
    const facts::ItemFacts* last = nullptr;
    for (const facts::GateFacts& gate : document.gates)
        for (const facts::ItemFacts& item : gate.items)
            if (item.item->heading.begin <= offset &&
                (last == nullptr || item.item->heading.begin >= last->item->heading.begin))
                last = &item;
    return last != nullptr ? last->definition : nullptr;
}

/// Those who may act as one of `wanted` first.
Proposals roles(const policy::Policy& policy, const std::vector<std::string>& wanted,
                const std::string& duty) {
    Proposals proposals;
    for (const policy::Role& role : policy.roles.roles()) {
        const bool fits = std::any_of(wanted.begin(), wanted.end(), [&](const std::string& id) {
            return policy.roles.may_act_as({role.id}, id);
        });
        proposals.push_back({role.title, fits ? duty : "", Kind::member, fits ? 0 : 1});
    }
    return proposals;
}

Proposals owners(const DocumentFacts& document, std::size_t offset) {
    const policy::ProcessItem* item = item_at(document, offset);
    if (item == nullptr) return roles(*document.policy, {}, "");
    return roles(*document.policy, item->confirmed_by, "may confirm " + item->id);
}

Proposals words(const std::vector<std::string>& all) {
    Proposals proposals;
    for (const std::string& word : all) proposals.push_back({word, "", Kind::value, 0});
    return proposals;
}

Proposals states(const policy::Process* process) {
    Proposals proposals;
    if (process == nullptr) return proposals;
    for (std::size_t rank = 0; rank < process->states.size(); ++rank)
        proposals.push_back({process->states[rank],
                             fmt::format("state {} of {}", rank + 1, process->states.size()), Kind::value,
                             0});
    return proposals;
}

Proposals tiers(const policy::Process* process) {
    Proposals proposals;
    if (process != nullptr)
        for (const policy::SeverityTier& tier : process->severities)
            proposals.push_back({tier.name, "", Kind::value, 0});
    return proposals;
}

std::set<std::string> items_of(const DocumentFacts& document) {
    std::set<std::string> ids;
    for (const facts::GateFacts& gate : document.gates)
        for (const facts::ItemFacts& item : gate.items)
            if (item.definition != nullptr) ids.insert(item.definition->id);
    return ids;
}

Proposals gates_and_items(const DocumentFacts& document) {
    Proposals proposals;
    if (document.process == nullptr) return proposals;
    const auto present = items_of(document);
    for (const policy::ProcessGate& gate : document.process->gates) {
        for (const policy::ProcessItem& item : gate.items) {
            const bool is_there = present.count(item.id) > 0;
            const std::string detail =
                is_there ? "in this record already" : duties_of(item, *document.policy);
            proposals.push_back(
                {fmt::format("{} — {}", item.id, item.title), detail, Kind::reference, is_there ? 1 : 0});
        }
        proposals.push_back(
            {fmt::format("{} — {} → {}", gate.id, gate.from, gate.to), "a gate", Kind::reference, 2});
    }
    return proposals;
}

Proposals proposals_for(const Writing& writing, const DocumentFacts& document) {
    const policy::Policy& policy = *document.policy;
    switch (writing.wanted) {
    case Wanted::role_of_owner:
        return owners(document, writing.begin);
    case Wanted::role_of_validator:
        return roles(policy, {policy.sign_off.validator_role}, "validates");
    case Wanted::role:
        return roles(policy, {}, "");
    case Wanted::status:
        return words(document->document_class->statuses);
    case Wanted::state:
        return states(document.process);
    case Wanted::tier:
        return tiers(document.process);
    case Wanted::gate_or_item:
        break;
    }
    return gates_and_items(document);
}

Json json_of(const Proposal& proposal, std::size_t number, const Json& range) {
    Json json{{"label", shown(proposal.text)}, {"kind", static_cast<int>(proposal.kind)}};
    if (!proposal.detail.empty()) json["detail"] = shown(proposal.detail);
    json["sortText"] = fmt::format("{}{:04}", proposal.group, number);
    json["filterText"] = proposal.text;
    json["textEdit"] = {{"range", range}, {"newText", proposal.text}};
    return json;
}

} // namespace

Json completions_at(const OpenDocument& document, std::size_t offset) {
    Json list{{"isIncomplete", false}, {"items", Json::array()}};
    if (!document.draft) return list;
    const DocumentFacts& facts = document.draft->document();
    const auto writing =
        read_writing(document.text, offset, {*facts.policy, *facts->document_class, facts.process});
    if (!writing) return list;
    const Json range = to_json(document.text.range({std::min(writing->begin, offset), offset}));
    std::size_t number = 0;
    for (const Proposal& proposal : proposals_for(*writing, facts))
        list["items"].push_back(json_of(proposal, number++, range));
    return list;
}

} // namespace docs_lint::server
