#include "base/text.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::spec::commit_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a spec update was declared necessary and no spec commit is given",
    .why = "Where the fix needs another spec, the spec comes first. Without its commit nobody can check that "
           "it did.",
    .fix = "Commit the spec update and cite that commit as evidence.",
    .source = "Delivery process, spec-first rule of the fix scope state; FS.2",
    .suppressible = false,
};

namespace {

bool names_commit(const facts::ItemFacts& item) {
    return std::any_of(item.evidence.commits.begin(), item.evidence.commits.end(),
                       [](const model::CommitMention& mention) { return mention.well_formed; });
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::SpecOrder& order : history.spec_orders) {
        if (order.decision != facts::DecisionAnswer::yes) continue;
        for (const facts::ItemFacts* item : order.spec_items) {
            if (!item->claim || names_commit(*item)) continue;
            const facts::DocumentFacts& document = *order.document;
            report.finding({
                .message =
                    fmt::format("{} says that the spec must be updated, and {} cites no commit that did it",
                                name_of(*order.decision_item), name_of(*item)),
                .location = document->at(place_of(*item, item->evidence_component)),
                .help = "cite the commit of the spec update; if none was needed after all, correct the "
                        "assessment",
                .related = {{"the update is declared necessary here",
                             document->at(
                                 place_of(*order.decision_item, order.decision_item->evidence_component))}},
            });
        }
    }
}

} // namespace docs_lint::rules::spec::commit_missing
