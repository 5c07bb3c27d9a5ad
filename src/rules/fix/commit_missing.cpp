#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::fix::commit_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the fix counts as committed and no commit is named",
    .why = "Order, scope and patch of a fix can be checked only by its commit.",
    .fix = "Cite the commit, by at least seven digits of its hash.",
    .source = "Delivery process, I.1: commit hash covering all changed files",
    .suppressible = false,
};

void check(const facts::History& history, Report& report) {
    for (const facts::SpecOrder& order : history.spec_orders)
        for (const facts::ItemFacts* item : order.fix_items) {
            const auto& mentions = item->evidence.commits;
            const bool named =
                std::any_of(mentions.begin(), mentions.end(),
                            [](const model::CommitMention& mention) { return mention.well_formed; });
            if (!item->claim || named || item->evidence_component.component == nullptr) continue;
            report.finding({
                .message = fmt::format("{} counts as passed and names no commit", name_of(*item)),
                .location = (*order.document)->at(place_of(*item, item->evidence_component)),
                .help =
                    "cite each commit of the fix by 7 to 40 digits of its hash; branch names and HEAD move",
                .related = {claim_of(*order.document, name_of(*item), *item->claim)},
            });
        }
}

} // namespace docs_lint::rules::fix::commit_missing
