#include "records/next_steps.hpp"

#include "facts/transition_log.hpp"
#include "rules/places.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::records {
namespace {

using facts::GateFacts;
using facts::ItemFacts;
using model::Verdict;

class Derivation {
public:
    Derivation(const facts::DocumentFacts& document, const Record& record)
        : document_(document), policy_(*document.policy), record_(record) {}

    std::vector<Step> run() {
        const std::string& state = record_.derived;
        for (const GateFacts& gate : document_.gates)
            if (gate.definition != nullptr && gate.definition->from == state) add_steps_of(gate);
        if (steps_.empty() && !record_.declared.empty() && record_.declared != state)
            add_step({policy_.sign_off.validator_role}, fmt::format("record the transition to {}", state));
        if (steps_.empty() && document_->document_class->filing && is_last(state))
            add_step({policy_.sign_off.validator_role}, "file the record");
        return std::move(steps_);
    }

private:
    [[nodiscard]] bool is_last(const std::string& state) const {
        return !record_.states.empty() && record_.states.back() == state;
    }

    void add_steps_of(const GateFacts& gate) {
        const auto back = facts::last_way_back(document_);
        for (const ItemFacts& item : gate.items)
            if (!item.signed_off)
                add_step_of(item);
            else if (back && facts::is_from_before(*back, item))
                add_step({policy_.sign_off.validator_role}, fmt::format("validate {} anew", title_of(item)));
        for (const policy::ProcessItem* item : gate.missing)
            add_step({policy_.sign_off.validator_role},
                     fmt::format("add {} ({}) to the record", item->id, item->title));
    }

    void add_step_of(const ItemFacts& item) {
        const std::vector<std::string> owners =
            item.definition != nullptr ? item.definition->confirmed_by : std::vector<std::string>{};
        const std::string name = title_of(item);
        if (item.owner.verdict == Verdict::negative)
            return add_step(owners, fmt::format("settle why {} was not confirmed", name));
        if (item.validation.verdict == Verdict::negative)
            return add_step(owners, fmt::format("mend {}, which failed its validation", name));
        if (!has_evidence(item)) return add_step(owners, fmt::format("give the evidence of {}", name));
        if (!is_confirmed(item)) return add_step(owners, fmt::format("confirm {}", name));
        add_step({policy_.sign_off.validator_role}, fmt::format("validate {}", name));
    }

    [[nodiscard]] static std::string title_of(const ItemFacts& item) {
        if (item.definition == nullptr) return rules::name_of(item);
        return fmt::format("{} ({})", item.definition->id, item.definition->title);
    }

    [[nodiscard]] bool has_evidence(const ItemFacts& item) const {
        const model::Evidence& evidence = item.evidence;
        return item.evidence_component.component != nullptr && !evidence.text.empty() &&
               !evidence.is_pending && !evidence.is_vague && !evidence.is_spoken &&
               !facts::evidence_gap(item, policy_, document_.process);
    }

    [[nodiscard]] bool is_confirmed(const ItemFacts& item) const {
        return item.owner.verdict == Verdict::positive && item.owner.date &&
               facts::confirmed_by_right_role(item, policy_);
    }

    void add_step(const std::vector<std::string>& roles, std::string what) {
        const std::string who = roles.empty() ? "whoever owns it" : rules::titles_of(roles, policy_.roles);
        steps_.push_back({who, std::move(what), deadline_of(roles)});
    }

    /// The deadline of an open action of one of the roles; else the record's timer, which is everybody's.
    [[nodiscard]] std::string deadline_of(const std::vector<std::string>& roles) const {
        for (const Action& action : record_.actions)
            if (!action.deadline.empty() && is_one_of(action.owner, roles)) return action.deadline;
        return record_.timer ? base::to_string(base::to_moment({record_.timer->due, 0})) : std::string{};
    }

    [[nodiscard]] bool is_one_of(const std::string& owner, const std::vector<std::string>& roles) const {
        return policy_.roles.may_act_as_any(policy_.roles.roles_named(owner), roles);
    }

    const facts::DocumentFacts& document_;
    const policy::Policy& policy_;
    const Record& record_;
    std::vector<Step> steps_;
};

} // namespace

std::vector<Step> next_steps(const facts::DocumentFacts& document, const Record& record) {
    if (record.filed) return {};
    return Derivation(document, record).run();
}

} // namespace docs_lint::records
