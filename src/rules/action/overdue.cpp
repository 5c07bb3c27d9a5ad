#include "rules/open_actions.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::action::overdue {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an action is open past its deadline",
    .why = "A deadline that passes without a word makes every other deadline worth less.",
    .fix = "Complete the action with its evidence, or agree on a new deadline and write it down.",
    .source = "Delivery process, global invariant GI-2: every action has a named deadline",
    .severity = diagnostics::Severity::warning,
};

/// Judged only where the run may look at the clock, or a commit that nobody touched would turn red.
void check(const facts::DocumentFacts& document, Report& report) {
    if (!document.clock) return;
    const base::Moment now = base::earliest_moment_at(*document.clock);
    for (const model::Action* action : open_actions(document)) {
        if (!action->deadline || !base::surely_before(*action->deadline, now)) continue;
        report.finding({
            .message = fmt::format("{} was due {} and is open", name_of(*action),
                                   base::to_string(*action->deadline)),
            .location = document->at(action->source),
            .help = "complete it with its evidence, or write down the new deadline that its owner agreed to",
        });
    }
}

} // namespace docs_lint::rules::action::overdue
