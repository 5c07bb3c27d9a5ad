#include "base/text.hpp"
#include "facts/transition_log.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::state::mismatch {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the places of a record that tell its state disagree, or its gates are further than its state",
    .why = "Whoever reads one place works on another state than whoever reads the next one.",
    .fix =
        "Bring the header, the summary table, the state block and the log to the state that is true; log the "
        "transition when its gate has passed.",
    .source =
        "Delivery process, global invariant GI-4: the record is updated within 15 minutes of a state change",
};

namespace {

struct Told {
    std::size_t state = 0;
    std::string where;
    base::Span source;
};

std::string name_of(model::DeclarationPlace place) {
    switch (place) {
    case model::DeclarationPlace::header:
        return "the header";
    case model::DeclarationPlace::table:
        return "the table";
    case model::DeclarationPlace::fenced_block:
        return "the state block";
    case model::DeclarationPlace::line:
        return "the line";
    }
    return "the record";
}

std::vector<Told> told_states(const facts::DocumentFacts& document) {
    std::vector<Told> told;
    for (const model::StateDeclaration& declared : document->states)
        if (const auto rank = document.process->rank_of(declared.state))
            told.push_back({*rank, name_of(declared.place), declared.source});
    const auto log = facts::transition_log(document);
    if (!log.rows.empty())
        told.push_back({log.rows.back().to, "the newest row of the log", log.rows.back().row->source});
    return told;
}

/// state/log-missing has named the state that no row leads to.
bool lacks_row(const facts::DocumentFacts& document, std::size_t state) {
    const auto log = facts::transition_log(document);
    return std::none_of(log.rows.begin(), log.rows.end(),
                        [&](const facts::LogRow& row) { return row.to == state; });
}

std::string say(const facts::DocumentFacts& document, const Told& one) {
    return fmt::format("{} says {}", one.where, document.process->states[one.state]);
}

/// One finding for all places: each that differs from the first is named with its line.
bool report_disagreement(const facts::DocumentFacts& document, const std::vector<Told>& told,
                         Report& report) {
    const auto other = std::find_if(told.begin(), told.end(),
                                    [&](const Told& one) { return one.state != told.front().state; });
    if (other == told.end()) return false;
    if (lacks_row(document, document.furthest_state().value_or(0))) return true;
    std::vector<diagnostics::Related> related;
    for (const Told& one : told)
        if (&one != &told.front()) related.push_back({say(document, one), document->at(one.source)});
    report.finding({
        .message = fmt::format("{}, and {}", say(document, told.front()), say(document, *other)),
        .location = document->at(told.front().source),
        .help = "find out which state is true, and bring every place to it in one commit",
        .related = std::move(related),
    });
    return true;
}

const facts::GateFacts* gate_out_of(const facts::DocumentFacts& document, std::size_t state) {
    for (const facts::GateFacts& gate : document.gates)
        if (gate.definition != nullptr && document.process->rank_of(gate.definition->from) == state)
            return &gate;
    return nullptr;
}

/// After a way back the gate's old sign-offs still stand; what they are worth is told by other rules.
void report_behind(const facts::DocumentFacts& document, const Told& told, Report& report) {
    const std::size_t derived = facts::derived_state(document);
    if (derived <= told.state || facts::last_way_back(document)) return;
    const facts::GateFacts* gate = gate_out_of(document, told.state);
    if (gate == nullptr) return;
    report.finding({
        .message = fmt::format("{}, and every item of gate {} is signed off, which opens {}",
                               say(document, told), gate->id, document.process->states[derived]),
        .location = document->at(told.source),
        .help = "move the state on and log the transition in the commit that completes the gate",
        .related = {{fmt::format("gate {} is signed off here", gate->id),
                     document->at(gate->place(*document))}},
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document.process == nullptr) return;
    const auto told = told_states(document);
    if (told.empty() || report_disagreement(document, told, report)) return;
    report_behind(document, told.front(), report);
}

} // namespace docs_lint::rules::state::mismatch
