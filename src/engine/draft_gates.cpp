#include "engine/draft_gates.hpp"

#include "base/text.hpp"
#include "engine/draft_text.hpp"

#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

std::string roles_in_words(const policy::Policy& policy, const std::vector<std::string>& ids) {
    std::vector<std::string> titles;
    for (const std::string& id : ids) {
        const policy::Role* role = policy.roles.find(id);
        titles.push_back(role == nullptr ? id : role->title);
    }
    return titles.empty() ? "role" : base::list_in_words(titles, "or");
}

std::string evidence_in_words(const policy::ProcessItem& item) {
    std::vector<std::string> ways;
    for (const auto& kinds : item.evidence) {
        std::vector<std::string> parts;
        for (const policy::EvidenceKind kind : kinds) parts.emplace_back(policy::describe(kind));
        ways.push_back(base::list_in_words(parts));
    }
    return ways.empty() ? "evidence" : fmt::format("{}", fmt::join(ways, ", or "));
}

std::string component(const policy::Policy& policy, const std::vector<std::string>& labels,
                      std::string_view what) {
    return fmt::format("- {}: {}\n", labels.front(), pending(policy, what));
}

std::string item_text(const policy::Policy& policy, const policy::ProcessItem& item) {
    const policy::SignOffFormat& format = policy.sign_off;
    return fmt::format("\n**{} {} — {}**\n\n", format.item_keywords.back(), item.id, item.title) +
           component(policy, format.evidence_labels, evidence_in_words(item)) +
           component(policy, format.owner_labels, roles_in_words(policy, item.confirmed_by)) +
           component(policy, format.validation_labels, roles_in_words(policy, {format.validator_role}));
}

std::string gate_text(const policy::Policy& policy, const policy::ProcessGate& gate) {
    std::string text = fmt::format("\n## {} {} — {} → {}\n", policy.sign_off.item_keywords.back(), gate.id,
                                   gate.from, gate.to);
    for (const policy::ProcessItem& item : gate.items) text += item_text(policy, item);
    return text;
}

std::string clock_of(std::chrono::seconds time) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time).count();
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string log_text(const policy::Process& process, const base::Moment& when) {
    const std::string& first = process.states.front();
    const std::string date = base::to_string(when.date);
    const std::string title = "\n## State Transition Log\n\n";
    if (!when.time_of_day)
        return title +
               fmt::format("| From | To | Date |\n| --- | --- | --- |\n| — | {} | {} |\n", first, date);
    return title +
           fmt::format("| From | To | Date | Time (UTC) |\n| --- | --- | --- | --- |\n| — | {} | {} | {} |\n",
                       first, date, clock_of(*when.time_of_day));
}

/// Where the record says its state and, once it is known, its severity.
std::string state_text(const policy::Policy& policy, const policy::Process& process) {
    std::string text;
    if (!process.states.empty() && !process.state_labels.empty())
        text += fmt::format("| {} | {} |\n", process.state_labels.front(), process.states.front());
    if (!process.severities.empty() && !policy.header_fields.severities.empty()) {
        std::vector<std::string> tiers;
        for (const policy::SeverityTier& tier : process.severities) tiers.push_back(tier.name);
        text += fmt::format("| {} | {} |\n", policy.header_fields.severities.front(),
                            pending(policy, base::list_in_words(tiers, "or")));
    }
    return text.empty() ? text : "\n| Field | Value |\n| --- | --- |\n" + text;
}

/// Without a row: who acts next is not known before the record has been read.
constexpr const char* kActions = "\n## Next Actions\n\n| Action | Owner | Deadline | Status |\n"
                                 "| --- | --- | --- | --- |\n";

} // namespace

std::string draft_gates(const policy::Policy& policy, const policy::Process& process,
                        const base::Moment& when) {
    std::string text = state_text(policy, process);
    for (const policy::ProcessGate& gate : process.gates) text += gate_text(policy, gate);
    if (!process.states.empty()) text += log_text(process, when);
    return text + kActions;
}

} // namespace docs_lint::engine
