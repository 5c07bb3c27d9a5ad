#include "facts/waivers.hpp"
#include "model/text_tools.hpp"
#include "rules/closed_items.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::closure::waiver_disputed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a sign-off was waived for its defect's urgency, and the backlog or the lessons record gives a "
        "priority that needs it",
    .why = "An urgent defect needs the yes of the specification's owner. A record that calls it less urgent "
           "than the backlog does has passed over somebody who had to be asked.",
    .fix = "Settle the priority. Where it is P0 or P1, have the owner of the specification sign off; where "
           "it is not, correct the backlog or the lessons record.",
    .source = "Delivery process, Gate V.4 (P0/P1 defects only); backlog priorities",
};

namespace {

using facts::ClosedItem;
using facts::ConsultedPlace;
using facts::ItemFacts;

/// Where both give a priority, neither is declared right.
bool gives_own_priority(const ClosedItem& item) {
    const auto& priorities = (*item.document)->priorities;
    return std::any_of(priorities.begin(), priorities.end(), [](const model::TierDeclaration& one) {
        return !model::priority_in(one.text).empty();
    });
}

void judge_place(const ClosedItem& closed, const ItemFacts& item, const ConsultedPlace& priority,
                 Report& report) {
    const std::string urgency = model::priority_in(priority.what);
    if (!facts::is_needed_for(*item.definition, urgency)) return;
    Finding finding{
        .message = fmt::format("{} is waived, and {} gives {} the priority {}", name_of(item),
                               priority.location.path, name_of(closed), urgency),
        .location = (*closed.document)->at(place_of(item, item.evidence_component)),
        .help =
            fmt::format("give the evidence that {} asks for; where that priority is wrong, correct it there",
                        name_of(item)),
        .related = {{"the priority is given here", priority.location}},
    };
    if (gives_own_priority(closed)) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const ClosedItem& closed : corpus.closed_items)
        for (const ItemFacts* item : claimed_items(*closed.document)) {
            if (item->definition == nullptr || item->definition->needed_for.empty()) continue;
            if (!facts::rests_on_waiver(*item, *closed.document)) continue;
            for (const auto* priorities : {&closed.backlog.priorities, &closed.lessons.priorities})
                for (const ConsultedPlace& priority : *priorities)
                    judge_place(closed, *item, priority, report);
        }
}

} // namespace docs_lint::rules::closure::waiver_disputed
