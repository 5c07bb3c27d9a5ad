#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::state::transition_ungated {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a transition was recorded, or a gate said to have passed, before it had",
    .why = "A state may change only when all conditions of its gate are satisfied; sign-offs that come later "
           "were given "
           "for a decision that was already made.",
    .fix = "Record a transition in the commit that completes its gate, or in a later one.",
    .source = "Delivery process, state machine: a state may only change if all gate conditions are satisfied",
    .suppressible = false,
};

namespace {

using facts::Edition;

bool has_row(const Edition* edition, const Edition::Transition& row) {
    return edition != nullptr &&
           std::any_of(edition->transitions.begin(), edition->transitions.end(), [&](const auto& other) {
               return other.from == row.from && other.to == row.to && other.when == row.when;
           });
}

const policy::ProcessGate* gate_between(const policy::Process& process, const Edition::Transition& row) {
    const auto from = process.rank_of(row.from);
    const auto to = process.rank_of(row.to);
    for (const policy::ProcessGate& gate : process.gates)
        if (from && to && process.rank_of(gate.from) == from && process.rank_of(gate.to) == to) return &gate;
    return nullptr;
}

/// Where the gate has not passed to this day, its own items are named.
bool has_passed_since(const facts::Corpus& corpus, const std::string& path, const std::string& gate) {
    for (const facts::DocumentFacts& document : corpus.documents)
        if (document->path == path)
            for (const facts::GateFacts& one : document.gates)
                if (one.id == gate) return one.passed();
    return false;
}

void judge_row(const facts::History& history, const facts::Revision& revision, const Edition::Transition& row,
               Report& report) {
    const policy::ProcessGate* definition = gate_between(*revision.after->process, row);
    if (definition == nullptr) return;
    const Edition::Gate* gate = revision.after->find_gate(definition->id);
    const bool passed = gate != nullptr && gate->passed;
    if (passed || !has_passed_since(*history.corpus, revision.path, definition->id)) return;
    report.finding({
        .message = fmt::format("{} records the step from {} to {}, and gate {} had not passed in it",
                               commit_name(revision.commit), row.from, row.to, definition->id),
        .location = revision.after->at(row.place),
        .help = "record a transition no earlier than the sign-offs of its gate",
        .related = gate == nullptr ? std::vector<diagnostics::Related>{}
                                   : std::vector<diagnostics::Related>{{"the gate as it stood then",
                                                                        revision.after->at(gate->place)}},
        .commit = revision.commit,
    });
}

bool records_step(const facts::Revision& revision, const policy::ProcessGate& gate) {
    return std::any_of(revision.after->transitions.begin(), revision.after->transitions.end(),
                       [&](const Edition::Transition& row) {
                           return !has_row(revision.before.get(), row) &&
                                  gate_between(*revision.after->process, row) == &gate;
                       });
}

/// A state or a status line may say so without a row in the log.
void judge_claims(const facts::History& history, const facts::Revision& revision, Report& report) {
    for (const Edition::Gate& gate : revision.after->gates) {
        const Edition::Gate* before = revision.before->find_gate(gate.id);
        const policy::ProcessGate* definition = revision.after->process->find_gate(gate.id);
        const bool is_new = gate.claimed && !gate.passed && (before == nullptr || !before->claimed);
        if (!is_new || definition == nullptr || records_step(revision, *definition) ||
            !has_passed_since(*history.corpus, revision.path, gate.id))
            continue;
        report.finding({
            .message = fmt::format("{} says that gate {} has passed, and it had not",
                                   commit_name(revision.commit), gate.id),
            .location = revision.after->at(gate.place),
            .help = "let a record say that a gate has passed no earlier than its sign-offs do",
            .commit = revision.commit,
        });
    }
}

} // namespace

/// A record's first commit is no witness: it may bring in what was kept elsewhere.
void check(const facts::History& history, Report& report) {
    for (const facts::Revision& revision : history.revisions) {
        const Edition* after = revision.after.get();
        if (after == nullptr || revision.before == nullptr || after->process == nullptr) continue;
        for (const Edition::Transition& row : after->transitions)
            if (!has_row(revision.before.get(), row)) judge_row(history, revision, row, report);
        judge_claims(history, revision, report);
    }
}

} // namespace docs_lint::rules::state::transition_ungated
