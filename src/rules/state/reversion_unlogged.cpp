#include "base/text.hpp"
#include "facts/transition_log.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::state::reversion_unlogged {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a record's state went back without a row in its log, or an item of its gate was not "
               "validated anew after that",
    .why =
        "A way back reopens what a gate had closed. Unlogged, the old sign-offs look as if they still held.",
    .fix = "Log the reversion as a row of its own, and sign the gate off anew before the state moves on.",
    .source = "Delivery process: state reverts, gate revalidated, the reversion is logged in the State "
              "Transition Log",
    .suppressible = false,
};

namespace {

using facts::Edition;

bool leads_back_to(const policy::Process& process, const Edition::Transition& row, std::size_t state) {
    const auto from = process.rank_of(row.from);
    return process.rank_of(row.to) == state && (from ? *from > state : row.reversion);
}

std::size_t rows_back(const Edition& edition, const policy::Process& process, std::size_t state) {
    return static_cast<std::size_t>(
        std::count_if(edition.transitions.begin(), edition.transitions.end(),
                      [&](const Edition::Transition& row) { return leads_back_to(process, row, state); }));
}

/// What the version before declared, in the process that the record follows now: it may cite another version
/// of it.
std::optional<std::size_t> state_before(const Edition& before, const policy::Process& now) {
    if (before.process == nullptr || !before.state) return std::nullopt;
    return now.rank_of(before.process->states[*before.state]);
}

diagnostics::Location place_of_state(const Edition& edition) {
    if (!edition.transitions.empty()) return edition.at(edition.transitions.back().place);
    auto place = diagnostics::whole_document(edition.path);
    place.commit = edition.commit;
    return place;
}

void judge_step_back(const facts::Revision& revision, Report& report) {
    const Edition& before = *revision.before;
    const Edition& after = *revision.after;
    const policy::Process& process = *after.process;
    const auto state = state_before(before, process);
    if (!state || !after.state || *after.state >= *state) return;
    if (rows_back(after, process, *after.state) > rows_back(before, process, *after.state)) return;
    report.finding({
        .message =
            fmt::format("{} takes the state back from {} to {}, and logs no reversion",
                        commit_name(revision.commit), process.states[*state], process.states[*after.state]),
        .location = place_of_state(after),
        .help = fmt::format("add a row to the log: from {} to {}, with its time", process.states[*state],
                            process.states[*after.state]),
        .commit = revision.commit,
    });
}

bool follows(const std::vector<model::Transition>& rows, const model::Transition& back,
             const policy::ProcessGate& gate, const policy::Process& process) {
    return std::any_of(rows.begin(), rows.end(), [&](const model::Transition& row) {
        return row.when && !base::surely_before(*row.when, *back.when) &&
               process.rank_of(row.from) == process.rank_of(gate.from) &&
               process.rank_of(row.to) == process.rank_of(gate.to);
    });
}

/// The items whose validation is older than the way back.
std::vector<const facts::ItemFacts*> stale_items(const facts::GateFacts& gate, const facts::LogRow& back) {
    std::vector<const facts::ItemFacts*> stale;
    for (const facts::ItemFacts& item : gate.items)
        if (facts::is_from_before(back, item)) stale.push_back(&item);
    return stale;
}

std::string names_of(const std::vector<const facts::ItemFacts*>& items) {
    std::vector<std::string> names;
    for (const facts::ItemFacts* item : items) names.push_back(name_of(*item));
    return base::list_in_words(names);
}

/// The gate lies on the way that the record went back, and counts as passed.
bool counts_behind(const facts::GateFacts& gate, const facts::LogRow& back, const policy::Process& process) {
    if (gate.definition == nullptr || !gate.claim) return false;
    const auto from = process.rank_of(gate.definition->from);
    return from && *from >= back.to && *from < *back.from;
}

/// Without its date nobody sees whether the gates were signed before it or after.
void judge_undated(const facts::DocumentFacts& document, const facts::LogRow& back, Report& report) {
    const bool counts = std::any_of(document.gates.begin(), document.gates.end(), [&](const auto& gate) {
        return counts_behind(gate, back, *document.process);
    });
    if (!counts) return;
    report.finding({
        .message = fmt::format("the log takes the state back from {} to {} without a date, and gates on that "
                               "way count as passed",
                               back.row->from, back.row->to),
        .location = document->at(back.row->source),
        .help = "write when it went back, as YYYY-MM-DD or with its time, and sign those gates off anew",
    });
}

void judge_gates(const facts::DocumentFacts& document, const facts::LogRow& back, Report& report) {
    const policy::Process& process = *document.process;
    for (const facts::GateFacts& gate : document.gates) {
        const auto stale = counts_behind(gate, back, process) ? stale_items(gate, back)
                                                              : std::vector<const facts::ItemFacts*>{};
        if (stale.empty()) continue;
        const bool moved_on = follows(document->transitions, *back.row, *gate.definition, process);
        report.finding({
            .message = fmt::format(
                "gate {} counts as passed, and {} not validated after the state went back on {}", gate.id,
                stale.size() == gate.items.size() ? "was"
                                                  : names_of(stale) + (stale.size() == 1 ? " was" : " were"),
                base::to_string(*back.row->when)),
            .location = document->at(gate.place(*document)),
            .help = moved_on ? "sign the gate off anew, with the dates of the new sign-offs"
                             : "take the gate's claim back until it is signed off anew",
            .related = {{"the state went back here", document->at(back.row->source)}},
        });
    }
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::Revision& revision : history.revisions)
        if (revision.before != nullptr && revision.after != nullptr && revision.after->process != nullptr)
            judge_step_back(revision, report);
    for (const facts::DocumentFacts& document : history.corpus->documents) {
        if (document.process == nullptr) continue;
        const facts::TransitionLog log = facts::transition_log(document);
        for (const facts::LogRow& row : log.rows) {
            if (!row.from || row.to >= *row.from) continue;
            if (row.row->when)
                judge_gates(document, row, report);
            else
                judge_undated(document, row, report);
        }
    }
}

} // namespace docs_lint::rules::state::reversion_unlogged
