#include "rules/closed_items.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::closure::changelog_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a closed P0 or P1 item has no entry in the changelog",
    .why = "Who was hit by an urgent fault has to learn that it is gone, and in which release.",
    .fix = "Add an entry to the changelog that names the item.",
    .source = "Delivery process, closed state, action 3",
};

namespace {

std::string fact_of(const facts::ConsultedEntry& log) {
    switch (log.answer) {
    case facts::EntryAnswer::no_document:
        return fmt::format("there is no changelog at {}", log.path);
    case facts::EntryAnswer::open:
        return fmt::format("{} names it, and not as done", log.path);
    default:
        return fmt::format("{} does not name it", log.path);
    }
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::ClosedItem& item : corpus.closed_items) {
        const facts::ConsultedEntry& log = item.changelog;
        if (!item.has_all_duties || item.ids.empty() || item.rule->changelogs.empty()) continue;
        if (log.answer == facts::EntryAnswer::found) continue;
        if (log.answer == facts::EntryAnswer::unread) {
            report.unverified(
                fmt::format("what {} says of {}: {}", log.path, name_of(item), log.problem.message),
                diagnostics::whole_document(log.path), log.problem.help);
            continue;
        }
        report.finding({
            .message = fmt::format("{} is closed, and {}", urgent_name_of(item), fact_of(log)),
            .location = place_of(item),
            .help = fmt::format("add an entry to {} that names {}", log.path, name_of(item)),
            .related = places_of(log),
            .at_most = mildness_of(item),
        });
    }
}

} // namespace docs_lint::rules::closure::changelog_missing
