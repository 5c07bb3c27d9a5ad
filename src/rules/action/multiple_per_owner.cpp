#include "base/text.hpp"
#include "rules/open_actions.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>

namespace docs_lint::rules::action::multiple_per_owner {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an owner has more than one open action",
    .why = "An owner with one next action knows what to do now; one with three has to ask.",
    .fix = "Leave the action that comes first. Mark those that wait for it as blocked, or put them off until "
           "it is "
           "complete.",
    .source = "Delivery process, global invariant GI-1: exactly one next action per owner",
};

namespace {

/// Roles however they are written; a name that no role has stands for itself.
std::string owner_key(const model::Action& action, const policy::RoleRegister& roles) {
    const auto ids = roles.roles_named(action.owner);
    return ids.empty() ? base::lower(base::trim(action.owner)) : ids.front();
}

} // namespace

/// What is blocked is nobody's next action.
void check(const facts::DocumentFacts& document, Report& report) {
    std::map<std::string, const model::Action*> first;
    for (const model::Action* action : open_actions(document)) {
        const bool blocked = action->status == model::ActionStatus::blocked;
        if (blocked || is_left_open(action->owner, document.policy->sign_off)) continue;
        const auto [other, is_first] = first.emplace(owner_key(*action, document.policy->roles), action);
        if (is_first) continue;
        report.finding({
            .message = fmt::format("{} is open, and so is {}: both are owned by {}", name_of(*action),
                                   name_of(*other->second), action->owner),
            .location = document->at(action->source),
            .help = "leave the one that comes first open; mark the other as blocked on it, or complete it",
            .related = {{"the other open action", document->at(other->second->source)}},
        });
    }
}

} // namespace docs_lint::rules::action::multiple_per_owner
