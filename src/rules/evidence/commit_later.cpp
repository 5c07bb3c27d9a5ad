#include "base/date.hpp"
#include "facts/test_results.hpp"
#include "model/gate_line.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

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

/// The two dates on which the item was signed, the earlier one first; null where there is none.
std::pair<const model::Confirmation*, const model::Confirmation*> sign_offs(const facts::ItemFacts& item) {
    const model::Confirmation* owner = item.owner.date ? &item.owner : nullptr;
    const model::Confirmation* validation = item.validation.date ? &item.validation : nullptr;
    if (owner == nullptr || validation == nullptr) {
        const model::Confirmation* only = owner != nullptr ? owner : validation;
        return {only, only};
    }
    if (base::surely_before(*validation->date, *owner->date)) return {validation, owner};
    return {owner, validation};
}

bool was_before(const model::Confirmation* sign_off, const facts::Citation& citation) {
    return sign_off != nullptr &&
           base::surely_before(*sign_off->date, base::earliest_moment_at(*citation.committed_at));
}

/// Where one of the two was given in time, the commit may be a squash of what the other one saw.
void check_citation(const facts::DocumentFacts& document, const facts::Citation& citation, Report& report) {
    const auto [first, last] = sign_offs(*citation.item);
    if (!was_before(first, citation)) return;
    const bool certain = was_before(last, citation);
    const model::Confirmation& sign_off = certain ? *last : *first;
    Finding finding{
        .message = fmt::format(
            "commit {} was made on {}, after the sign-off of {}", short_id(citation.commit),
            base::to_string(base::to_moment(*citation.committed_at)), base::to_string(*sign_off.date)),
        .location = document->at(citation.mention->source),
        .help = "correct the date, or have the item signed off anew",
        .related = {{"signed off here", document->at(sign_off.date_source)}},
        .commit = citation.commit,
    };
    if (!certain) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
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
void check_verification(const facts::SpecOrder& order, const facts::Citation& fix, Report& report) {
    for (const std::string& id : order.rule->verification) {
        const facts::ItemFacts* item = order.document->find_item(id);
        const auto* last = item != nullptr && item->claim ? sign_offs(*item).second : nullptr;
        if (!was_before(last, fix)) continue;
        report.finding({
            .message = fmt::format("{} was signed on {}, before the fix that it verifies, commit {} of {}",
                                   name_of(*item), base::to_string(*last->date), short_id(fix.commit),
                                   base::to_string(base::to_moment(*fix.committed_at))),
            .location = (*order.document)->at(last->date_source),
            .help = "correct the date, or have the item signed off anew",
            .related = {{"the fix is cited here", (*order.document)->at(fix.mention->source)}},
            .commit = fix.commit,
        });
    }
}

/// The gate asks for the fix, or comes after the one that does: what is tested before is the defect.
bool follows_fix(const facts::GateFacts& gate, const facts::SpecOrder& order) {
    const policy::Process& process = *order.document->process;
    if (gate.definition == nullptr || order.rule->fix_commits.empty()) return false;
    const policy::ProcessGate* of_fix =
        process.find_gate(model::gate_of_item(order.rule->fix_commits.front(), &process));
    return of_fix != nullptr && process.rank_of(gate.definition->from) >= process.rank_of(of_fix->from);
}

/// It was tested before the scope of the fix was agreed; later, the commit may be a squash of what was
/// tested.
bool is_before_scope(const facts::SpecOrder& order, const base::Moment& tested) {
    return std::any_of(order.scope_items.begin(), order.scope_items.end(), [&](const facts::ItemFacts* item) {
        return item->validation.date && base::surely_before(tested, *item->validation.date);
    });
}

/// Nobody has tested a fix that is not there yet.
void check_result(const facts::SpecOrder& order, const facts::Citation& fix, const facts::ItemFacts& item,
                  Report& report) {
    const facts::DocumentFacts& document = *order.document;
    const auto tested = item.claim ? facts::result_date(item, *document.policy) : std::nullopt;
    if (!tested || !base::surely_before(*tested, base::earliest_moment_at(*fix.committed_at))) return;
    Finding finding{
        .message = fmt::format("the result of {} is dated {}, before the fix, commit {} of {}", name_of(item),
                               base::to_string(*tested), short_id(fix.commit),
                               base::to_string(base::to_moment(*fix.committed_at))),
        .location = document->at(item.evidence_component.component->source),
        .help = "test what was built and put that result there; or correct the date that is wrong",
        .related = {{"the fix is cited here", document->at(fix.mention->source)}},
        .commit = fix.commit,
    };
    if (!is_before_scope(order, *tested)) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
}

void check_fix(const facts::SpecOrder& order, Report& report) {
    const facts::Citation* fix = first_fix(order);
    if (fix == nullptr) return;
    check_verification(order, *fix, report);
    for (const facts::GateFacts& gate : order.document->gates)
        if (follows_fix(gate, order))
            for (const facts::ItemFacts& item : gate.items) check_result(order, *fix, item, report);
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::SpecOrder& order : history.spec_orders) check_fix(order, report);
    for (const facts::DocumentCitations& document : history.citations)
        for (const facts::Citation& citation : document.citations)
            // A commit that landed anew by squash or rebase is younger than the one that was signed.
            if (citation.status == facts::CitationStatus::reachable && citation.committed_at)
                check_citation(*document.document, citation, report);
}

} // namespace docs_lint::rules::evidence::commit_later
