#include "model/shown_words.hpp"
#include "rules/open_actions.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::action::owner_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an open action has no owner",
    .why = "What nobody owns nobody does; and the next action of each owner can only be told where each has "
           "one.",
    .fix = "Name the role that does it.",
    .source = "Delivery process, global invariant GI-1: one next action per owner",
};

void check(const facts::DocumentFacts& document, Report& report) {
    for (const model::Action* action : open_actions(document)) {
        if (has_owner(*action, document.policy->sign_off)) continue;
        report.finding({
            .message = model::as_people_read(action->owner).empty()
                           ? fmt::format("{} has no owner", name_of(*action))
                           : fmt::format("{} has \"{}\" for an owner", name_of(*action), action->owner),
            .location = document->at(action->source),
            .help = "name the role that does it, or complete the action",
        });
    }
}

} // namespace docs_lint::rules::action::owner_missing
