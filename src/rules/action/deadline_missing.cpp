#include "model/text_tools.hpp"
#include "rules/open_actions.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::action::deadline_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an open action has no deadline, or one that is no date",
    .why = "\"ASAP\" and \"before release\" can be neither met nor missed.",
    .fix = "Give a date (2026-03-06) or a UTC time (2026-03-06T17:00:00Z); words may follow it.",
    .source = "Delivery process, global invariant GI-2: every action has a named deadline",
};

void check(const facts::DocumentFacts& document, Report& report) {
    for (const model::Action* action : open_actions(document)) {
        if (action->deadline) continue;
        const bool blank = model::is_blank_or_dash(action->deadline_text);
        report.finding({
            .message = blank ? fmt::format("{} has no deadline", name_of(*action))
                             : fmt::format("{} is due \"{}\", which is no date", name_of(*action),
                                           action->deadline_text),
            .location = document->at(action->source),
            .help = "give a date (YYYY-MM-DD) or a UTC time (YYYY-MM-DDThh:mm:ssZ), or complete the action",
        });
    }
}

} // namespace docs_lint::rules::action::deadline_missing
