#include "base/text.hpp"
#include "model/shown_words.hpp"
#include "rules/open_actions.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>
#include <re2/re2.h>
#include <string>
#include <utility>
#include <vector>

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

/// The role of a name, which the mark of a footnote may follow; empty where no role has it.
std::string role_of(std::string_view name, const policy::RoleRegister& roles) {
    auto ids = roles.roles_named(name);
    const std::size_t end = name.find_last_not_of("0123456789* ");
    if (ids.empty() && end != std::string_view::npos) ids = roles.roles_named(name.substr(0, end + 1));
    return ids.empty() ? std::string() : ids.front();
}

/// The names of `QA Lead + PMO Lead`, or of a list.
std::vector<std::string> names_in(std::string owners) {
    static const re2::RE2 between(R"(\s*(?:[+,;/&]|\band\b)\s*)");
    re2::RE2::GlobalReplace(&owners, between, "\n");
    std::vector<std::string> names;
    for (const std::string_view name : base::split(owners, '\n'))
        if (!base::trim(name).empty()) names.emplace_back(base::trim(name));
    return names;
}

/// Roles however they are written, each of several; names that no role has stand for themselves.
std::vector<std::string> owner_keys(const model::Action& action, const policy::RoleRegister& roles) {
    const std::string owner = model::as_people_read(action.owner);
    if (std::string role = role_of(owner, roles); !role.empty()) return {std::move(role)};
    std::vector<std::string> keys;
    for (const std::string& name : names_in(owner))
        if (std::string role = role_of(name, roles); !role.empty()) keys.push_back(std::move(role));
    return keys.empty() ? std::vector<std::string>{owner} : keys;
}

using FirstActions = std::map<std::string, const model::Action*>;

/// An open action of the same owner above, where there is one; else this is the owners' first.
const model::Action* other_of(FirstActions& first, const model::Action& action,
                              const policy::RoleRegister& roles) {
    const model::Action* other = nullptr;
    for (const std::string& key : owner_keys(action, roles)) {
        const model::Action* known = first.emplace(key, &action).first->second;
        if (known != &action && other == nullptr) other = known;
    }
    return other;
}

} // namespace

/// What is blocked is nobody's next action.
void check(const facts::DocumentFacts& document, Report& report) {
    FirstActions first;
    for (const model::Action* action : open_actions(document)) {
        const bool blocked = action->status == model::ActionStatus::blocked;
        if (blocked || !has_owner(*action, document.policy->sign_off)) continue;
        const model::Action* other = other_of(first, *action, document.policy->roles);
        if (other == nullptr) continue;
        report.finding({
            .message = fmt::format("{} is open, and so is {}: both are owned by {}", name_of(*action),
                                   name_of(*other), action->owner),
            .location = document->at(action->source),
            .help = "leave the one that comes first open; mark the other as blocked on it, or complete it",
            .related = {{"the other open action", document->at(other->source)}},
        });
    }
}

} // namespace docs_lint::rules::action::multiple_per_owner
