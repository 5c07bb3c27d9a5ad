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

std::string message_of(const facts::ClosedItem& item) {
    const facts::ConsultedEntry& log = item.changelog;
    if (log.answer == facts::EntryAnswer::no_document)
        return fmt::format("{} is closed, and there is no changelog at {}", urgent_name_of(item), log.path);
    if (log.places.empty())
        return fmt::format("{} is closed, and {} does not name it", urgent_name_of(item), log.path);
    return fmt::format("{} is closed, and {} names it only under what is planned", urgent_name_of(item),
                       log.path);
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
            .message = message_of(item),
            .location = place_of(item),
            .help = fmt::format("add an entry to {} that names {}", log.path, name_of(item)),
            .related = places_of(log),
            .at_most = mildness_of(item),
        });
    }
}

} // namespace docs_lint::rules::closure::changelog_missing
