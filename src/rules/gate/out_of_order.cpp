#include "base/date.hpp"
#include "facts/asked_evidence.hpp"
#include "facts/transition_log.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::gate::out_of_order {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a later gate passed, or one of its test results was validated, while an earlier gate had not passed",
    .why = "Each gate rests on the one before it: a fix scope without a root cause solves the wrong problem.",
    .fix = "Pass the earlier gate first; where it was passed, put its sign-offs and their dates on record.",
    .source =
        "Delivery process, state machine (a state may only change if all gate conditions are satisfied)",
    .suppressible = false,
};

namespace {

bool counts_as_passed(const facts::GateFacts& gate) {
    return gate.claim.has_value() || gate.passed();
}

/// Where the state went back, the gates behind where it stands now wait to be passed anew, and say nothing.
bool waits_to_be_passed_anew(const facts::DocumentFacts& document, const facts::GateFacts& gate) {
    const auto log = facts::transition_log(document);
    const bool went_back = std::any_of(log.rows.begin(), log.rows.end(), [](const facts::LogRow& row) {
        return row.from ? row.to < *row.from : row.row->reversion;
    });
    const auto from = document.process->rank_of(gate.definition->from);
    return went_back && from && *from >= log.rows.back().to;
}

/// The day on which the gate's last item was validated; one that was signed in time and anew later says
/// nothing.
const model::Confirmation* last_validation(const facts::GateFacts& gate) {
    const model::Confirmation* last = nullptr;
    for (const facts::ItemFacts& item : gate.items)
        if (item.validation.date && !(item.renewal && item.renewal->was_signed) &&
            (last == nullptr || base::surely_before(*last->date, *item.validation.date)))
            last = &item.validation;
    return last;
}

void report_skipped(const facts::DocumentFacts& document, const facts::GateFacts& earlier,
                    const facts::GateFacts& later, Report& report) {
    report.finding({
        .message = fmt::format("gate {} has passed while gate {} has not", later.id, earlier.id),
        .location = document->at(later.place(*document)),
        .help = fmt::format("pass gate {} first, or put its sign-offs on record", earlier.id),
        .related = {{fmt::format("gate {}", earlier.id), document->at(earlier.place(*document))}},
    });
}

void report_dates(const facts::DocumentFacts& document, const facts::GateFacts& earlier,
                  const facts::GateFacts& later, Report& report) {
    const auto* first = last_validation(earlier);
    const auto* second = last_validation(later);
    if (first == nullptr || second == nullptr || !base::surely_before(*second->date, *first->date)) return;
    report.finding({
        .message = fmt::format("gate {} passed on {}, before gate {} did on {}", later.id,
                               base::to_string(*second->date), earlier.id, base::to_string(*first->date)),
        .location = document->at(second->date_source),
        .help = "correct the date that is wrong; where the order was wrong, sign the later gate off anew",
        .related = {{fmt::format("gate {} passed here", earlier.id), document->at(first->date_source)}},
    });
}

/// What a test gave, and not that none was needed.
bool rests_on_result(const facts::DocumentFacts& document, const facts::ItemFacts& item) {
    if (item.definition == nullptr || facts::is_waived(item, *document.policy)) return false;
    return facts::asks_for(*item.definition, policy::EvidenceKind::result);
}

/// Nothing can be tested in a state that had not begun.
void report_early_results(const facts::DocumentFacts& document, const facts::GateFacts& earlier,
                          const facts::GateFacts& later, Report& report) {
    const auto* opened = last_validation(earlier);
    if (opened == nullptr) return;
    for (const facts::ItemFacts& item : later.items) {
        const bool early = item.validation.date &&
                           base::surely_before(*item.validation.date, *opened->date) &&
                           !(item.renewal && item.renewal->was_signed);
        if (!early || &item.validation == last_validation(later) || !rests_on_result(document, item))
            continue;
        report.finding({
            .message = fmt::format("{} was validated on {}, before gate {} opened its state on {}",
                                   name_of(item), base::to_string(*item.validation.date), earlier.id,
                                   base::to_string(*opened->date)),
            .location = document->at(item.validation.date_source),
            .help = "test what was built, and sign the item off anew; or correct the date that is wrong",
            .related = {{fmt::format("gate {} passed here", earlier.id), document->at(opened->date_source)}},
        });
    }
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document.process == nullptr) return;
    const facts::GateFacts* before = nullptr;
    for (const facts::GateFacts& gate : document.gates) {
        if (gate.definition == nullptr || waits_to_be_passed_anew(document, gate)) continue;
        if (before != nullptr && counts_as_passed(gate)) {
            if (!counts_as_passed(*before))
                report_skipped(document, *before, gate, report);
            else {
                report_dates(document, *before, gate, report);
                report_early_results(document, *before, gate, report);
            }
        }
        before = &gate;
    }
}

} // namespace docs_lint::rules::gate::out_of_order
