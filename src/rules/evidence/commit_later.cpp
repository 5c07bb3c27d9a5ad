#include "base/date.hpp"
#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::evidence::commit_later {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "evidence cites a commit that was made after the sign-off that rests on it",
    .why = "Nobody can have confirmed on Monday what was committed on Tuesday: either the date of the "
           "sign-off is wrong, or "
           "the evidence was put under it afterwards.",
    .fix = "Correct the date, or have the item signed off anew on the evidence that is there now.",
    .source = "Delivery process, Gate Validation Format; invariant GI-3",
    .suppressible = false,
};

namespace {

/// The last of the two dates on which the item was signed.
const model::Confirmation* last_sign_off(const facts::ItemFacts& item) {
    if (item.validation.date && item.owner.date &&
        base::surely_before(*item.validation.date, *item.owner.date))
        return &item.owner;
    if (item.validation.date) return &item.validation;
    return item.owner.date ? &item.owner : nullptr;
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::DocumentCitations& document : history.citations)
        for (const facts::Citation& citation : document.citations) {
            // A commit that landed anew by squash or rebase is younger than the one that was signed.
            if (citation.status != facts::CitationStatus::reachable || !citation.committed_at) continue;
            const model::Confirmation* sign_off = last_sign_off(*citation.item);
            const base::Moment committed = base::to_moment(*citation.committed_at);
            if (sign_off == nullptr ||
                !base::surely_before(*sign_off->date, base::earliest_moment_at(*citation.committed_at)))
                continue;
            report.finding({
                .message = fmt::format("commit {} was made on {}, after the sign-off of {}",
                                       short_id(citation.commit), base::to_string(committed),
                                       base::to_string(*sign_off->date)),
                .location = (*document.document)->at(citation.mention->source),
                .help = "correct the date, or have the item signed off anew",
                .related = {{"signed off here", (*document.document)->at(sign_off->date_source)}},
                .commit = citation.commit,
            });
        }
}

} // namespace docs_lint::rules::evidence::commit_later
