#include "base/date.hpp"
#include "facts/test_results.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::evidence::commit_later {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "evidence cites a commit that was made after the sign-off or the test that rests on it",
    .why = "Nobody can have confirmed on Monday what was committed on Tuesday: either the date of the "
           "sign-off is wrong, or "
           "the evidence was put under it afterwards.",
    .fix = "Correct the date, or have the item signed off anew on the evidence that is there now.",
    .source = "Delivery process, Gate Validation Format; invariant GI-3",
    .suppressible = false,
};

namespace {

/// The first of the two dates on which the item was signed: nobody confirms what is not there yet.
const model::Confirmation* first_sign_off(const facts::ItemFacts& item) {
    if (item.validation.date && item.owner.date &&
        base::surely_before(*item.validation.date, *item.owner.date))
        return &item.validation;
    if (item.owner.date) return &item.owner;
    return item.validation.date ? &item.validation : nullptr;
}

/// The fix that was made first. One that landed anew is younger than what was tested.
const facts::Citation* first_fix(const facts::SpecOrder& order) {
    const facts::Citation* first = nullptr;
    for (const facts::Citation* fix : order.fix_commits)
        if (fix->status == facts::CitationStatus::reachable &&
            (first == nullptr || fix->committed_at->seconds < first->committed_at->seconds))
            first = fix;
    return first;
}

/// Nobody has verified a fix that is not there yet.
void check_verification(const facts::SpecOrder& order, Report& report) {
    const facts::Citation* fix = first_fix(order);
    if (fix == nullptr) return;
    for (const std::string& id : order.rule->verification) {
        const facts::ItemFacts* item = order.document->find_item(id);
        const model::Confirmation* sign_off =
            item != nullptr && item->claim ? first_sign_off(*item) : nullptr;
        if (sign_off == nullptr ||
            !base::surely_before(*sign_off->date, base::earliest_moment_at(*fix->committed_at)))
            continue;
        report.finding({
            .message = fmt::format("{} was signed on {}, before the fix that it verifies, commit {} of {}",
                                   name_of(*item), base::to_string(*sign_off->date), short_id(fix->commit),
                                   base::to_string(base::to_moment(*fix->committed_at))),
            .location = (*order.document)->at(sign_off->date_source),
            .help = "correct the date, or have the item signed off anew",
            .related = {{"the fix is cited here", (*order.document)->at(fix->mention->source)}},
            .commit = fix->commit,
        });
    }
}

/// The gate asks for the fix, or comes after the one that does: what is tested before is the defect.
bool follows_fix(const facts::GateFacts& gate, const facts::SpecOrder& order) {
    const policy::Process& process = *order.document->process;
    if (gate.definition == nullptr || order.rule->fix_commits.empty()) return false;
    const policy::ProcessGate* of_fix = nullptr;
    for (const policy::ProcessGate& one : process.gates)
        for (const policy::ProcessItem& item : one.items)
            if (item.id == order.rule->fix_commits.front()) of_fix = &one;
    return of_fix != nullptr && process.rank_of(gate.definition->from) >= process.rank_of(of_fix->from);
}

/// Nobody has tested a fix that is not there yet.
void check_results(const facts::SpecOrder& order, Report& report) {
    const facts::Citation* fix = first_fix(order);
    if (fix == nullptr) return;
    const facts::DocumentFacts& document = *order.document;
    for (const facts::GateFacts& gate : document.gates) {
        if (!follows_fix(gate, order)) continue;
        for (const facts::ItemFacts& item : gate.items) {
            const auto tested = item.claim ? facts::result_date(item, *document.policy) : std::nullopt;
            if (!tested || !base::surely_before(*tested, base::earliest_moment_at(*fix->committed_at)))
                continue;
            report.finding({
                .message = fmt::format("the result of {} is dated {}, before the fix, commit {} of {}",
                                       name_of(item), base::to_string(*tested), short_id(fix->commit),
                                       base::to_string(base::to_moment(*fix->committed_at))),
                .location = document->at(item.evidence_component.component->source),
                .help = "test what was built and put that result there; or correct the date that is wrong",
                .related = {{"the fix is cited here", document->at(fix->mention->source)}},
                .commit = fix->commit,
            });
        }
    }
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::SpecOrder& order : history.spec_orders) {
        check_results(order, report);
        check_verification(order, report);
    }
    for (const facts::DocumentCitations& document : history.citations)
        for (const facts::Citation& citation : document.citations) {
            // A commit that landed anew by squash or rebase is younger than the one that was signed.
            if (citation.status != facts::CitationStatus::reachable || !citation.committed_at) continue;
            const model::Confirmation* sign_off = first_sign_off(*citation.item);
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
