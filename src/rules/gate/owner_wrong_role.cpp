#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::gate::owner_wrong_role {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an item was confirmed by a role that the process does not name for it",
    .why = "The process says who answers for each item. Somebody else's yes does not bind the one who has to "
           "answer.",
    .fix = "Have the item confirmed by the role that the process names. If a role goes by another name in "
           "your team, add "
           "the name to the role's aliases in the configuration.",
    .source = "Delivery process, the owner confirmation line of each gate item",
    .suppressible = false,
};

namespace {

std::string help_for(const facts::DocumentFacts& document, const facts::ItemFacts& item) {
    const policy::RoleRegister& roles = document.policy->roles;
    if (item.definition != nullptr && !item.definition->confirmed_by.empty())
        return fmt::format("have {} confirmed by {}", name_of(item),
                           titles_of(item.definition->confirmed_by, roles));
    const auto nearest = roles.nearest_title(item.owner.roles.front().name);
    return nearest ? fmt::format("did you mean \"{}\"?", *nearest) : "name a role of the role register";
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::ItemFacts* item : claimed_items(document)) {
        if (item->owner.verdict != model::Verdict::positive || item->owner.roles.empty()) continue;
        if (facts::confirmed_by_right_role(*item, *document.policy)) continue;
        report.finding({
            .message = fmt::format("{} was confirmed by {}, whom the process does not name for it",
                                   name_of(*item), names_of(item->owner.roles)),
            .location = document->at(item->owner_component.component->source),
            .help = help_for(document, *item),
        });
    }
}

} // namespace docs_lint::rules::gate::owner_wrong_role
