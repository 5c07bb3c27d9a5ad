#include "facts/item_status.hpp"
#include "facts/transition_log.hpp"
#include "model/status_words.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::gate::status_inconsistent {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a gate's status line and its items disagree, or an item's own and its sign-off",
    .why = "People read the status line and trust it. Where it says passed and an item does not, or the "
           "reverse, one of the "
           "two is wrong.",
    .fix = "Bring the status line up to date with the items, or the items with what really happened.",
    .source = "Delivery process, Gate Validation Format; closing procedure of a gate",
    .suppressible = false,
};

namespace {

using model::Verdict;

/// The item's own words say that it has not passed; items that were signed badly are other rules' matter.
bool is_open(const facts::ItemFacts& item) {
    const auto open = [](Verdict verdict) {
        return verdict == Verdict::negative || verdict == Verdict::pending || verdict == Verdict::missing ||
               verdict == Verdict::undecided;
    };
    return open(item.validation.verdict) || open(item.owner.verdict) || item.evidence.is_pending;
}

void report_open_items(const facts::DocumentFacts& document, const facts::GateFacts& gate,
                       const model::GateStatus& status, Report& report) {
    std::vector<diagnostics::Related> open;
    for (const facts::ItemFacts& item : gate.items)
        if (is_open(item))
            open.push_back({fmt::format("{} has not", name_of(item)), document->at(item.item->heading)});
    if (open.empty()) return;
    report.finding({
        .message = fmt::format("the status line says that gate {} has passed, and {} of its items {} not",
                               gate.id, open.size(), open.size() == 1 ? "has" : "have"),
        .location = document->at(status.source),
        .help = "bring the status line up to date with the items, or the items with what happened",
        .related = std::move(open),
    });
}

/// The newest row of the log takes the record back before the gate, which was passed once: it waits to be
/// validated anew, and its old sign-offs stay as they are.
bool is_reopened(const facts::DocumentFacts& document, const facts::GateFacts& gate) {
    const auto log = facts::transition_log(document);
    if (gate.definition == nullptr || document.process == nullptr || log.rows.empty()) return false;
    const facts::LogRow& newest = log.rows.back();
    const auto from = document.process->rank_of(gate.definition->from);
    return from && newest.from && newest.to <= *from && *from < *newest.from;
}

void report_open_status(const facts::DocumentFacts& document, const facts::GateFacts& gate,
                        const model::GateStatus& status, Report& report) {
    const bool moved_on = gate.claim && gate.claim->source != status.source;
    if (!moved_on && (!gate.passed() || is_reopened(document, gate))) return;
    std::vector<diagnostics::Related> related;
    if (moved_on)
        related.push_back(claim_of(document, "gate " + gate.id, *gate.claim));
    else
        related.push_back(
            {"its last item is signed off here", document->at(gate.items.back().item->heading)});
    report.finding({
        .message = fmt::format("the status line says that gate {} is open, and {}", gate.id,
                               moved_on ? "the record has moved past it" : "all its items are signed off"),
        .location = document->at(status.source),
        .help = "bring the status line up to date",
        .related = std::move(related),
    });
}

/// What a sentence tells may have been so then.
bool is_taken_back(const facts::DocumentFacts& document, const model::GateStatus& status) {
    return !status.told && model::takes_pass_back(status.text, document.policy->sign_off);
}

/// Its own status denies what its sign-off says.
void report_denied_item(const facts::DocumentFacts& document, const facts::ItemFacts& item, Report& report) {
    if (!item.signed_off) return;
    const auto against = facts::status_against_item(item, document);
    if (!against) return;
    report.finding({
        .message =
            fmt::format("{} is signed off, and its own status says \"{}\"", name_of(item), against->text),
        .location = document->at(against->source),
        .help = "bring the status up to date, or take the sign-off back",
        .related = {{"signed off here", document->at(place_of(item, item.validation_component))}},
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::GateFacts& gate : document.gates) {
        if (!is_reopened(document, gate))
            for (const facts::ItemFacts& item : gate.items) report_denied_item(document, item, report);
        if (gate.gate == nullptr) continue;
        for (const model::GateStatus& status : gate.gate->statuses) {
            if (status.passed) report_open_items(document, gate, status, report);
            if (status.passed ? is_taken_back(document, status) : status.open)
                report_open_status(document, gate, status, report);
        }
    }
}

} // namespace docs_lint::rules::gate::status_inconsistent
