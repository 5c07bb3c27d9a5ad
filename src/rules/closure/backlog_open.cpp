#include "rules/closed_items.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::closure::backlog_open {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an item is closed and the backlog does not mark it complete, with evidence",
    .why = "People plan by the backlog. An item that stays open there is planned again; one that is marked "
           "complete "
           "without evidence cannot be told from one that was given up.",
    .fix = "Mark the item complete in the backlog and name the evidence there: the fix's commit, the record, "
           "or the "
           "day.",
    .source = "Delivery process, closed state, action 2",
};

namespace {

std::string fact_of(const facts::ClosedItem& item) {
    const facts::ConsultedEntry& backlog = item.backlog;
    switch (backlog.answer) {
    case facts::EntryAnswer::no_document:
        return fmt::format("there is no backlog at {}", backlog.path);
    case facts::EntryAnswer::missing:
        return fmt::format("{} has no entry for it", backlog.path);
    case facts::EntryAnswer::contradictory:
        return fmt::format("{} marks it complete in one place and open in another", backlog.path);
    case facts::EntryAnswer::without_evidence:
        return fmt::format("{} marks it complete without evidence", backlog.path);
    default:
        return fmt::format("{} does not mark it complete", backlog.path);
    }
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::ClosedItem& item : corpus.closed_items) {
        const facts::ConsultedEntry& backlog = item.backlog;
        if (item.ids.empty() || item.rule->backlogs.empty() || backlog.answer == facts::EntryAnswer::found)
            continue;
        // A team without a backlog at these paths is asked for one by its urgent items.
        if (backlog.answer == facts::EntryAnswer::no_document && !item.has_all_duties) continue;
        if (backlog.answer == facts::EntryAnswer::unread) {
            report.unverified(
                fmt::format("what {} says of {}: {}", backlog.path, name_of(item), backlog.problem.message),
                diagnostics::whole_document(backlog.path), backlog.problem.help);
            continue;
        }
        report.finding({
            .message = fmt::format("{} is closed, and {}", name_of(item), fact_of(item)),
            .location = place_of(item),
            .help = "mark it complete there and name the evidence: a commit, the record's path, or the day",
            .related = places_of(backlog),
            .at_most = mildness_of(item),
        });
    }
}

} // namespace docs_lint::rules::closure::backlog_open
