#include "base/text.hpp"
#include "facts/transition_log.hpp"
#include "model/status_words.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::state::transition_illegal {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a row of the log makes a step that the process does not have, does not continue the row before "
        "it, or says itself that the gate of the step did not pass",
    .why = "A state that is skipped is a gate that was skipped; a log with a hole hides what happened in it.",
    .fix = "Correct the row, or log the steps that are missing. The process has one way forward and names "
           "its ways "
           "back.",
    .source = "Delivery process, state machine; reversions of the implementation and verification states",
};

namespace {

const policy::ProcessGate* gate_between(const policy::Process& process, std::size_t from, std::size_t to) {
    const auto gate =
        std::find_if(process.gates.begin(), process.gates.end(), [&](const policy::ProcessGate& one) {
            return process.rank_of(one.from) == from && process.rank_of(one.to) == to;
        });
    return gate == process.gates.end() ? nullptr : &*gate;
}

bool is_way_forward(const policy::Process& process, std::size_t from, std::size_t to) {
    return gate_between(process, from, to) != nullptr;
}

bool is_way_back(const policy::Process& process, std::size_t from, std::size_t to) {
    return std::any_of(process.reversions.begin(), process.reversions.end(),
                       [&](const policy::Reversion& one) {
                           return process.rank_of(one.from) == from && process.rank_of(one.to) == to;
                       });
}

std::string ways_out_of(const policy::Process& process, std::size_t from) {
    std::vector<std::string> names;
    for (std::size_t to = 0; to < process.states.size(); ++to)
        if (is_way_forward(process, from, to) || is_way_back(process, from, to))
            names.push_back(process.states[to]);
    if (names.empty()) return fmt::format("nothing follows {}", process.states[from]);
    return fmt::format("{} leads to {}", process.states[from], base::list_in_words(names, "or"));
}

void judge_step(const facts::DocumentFacts& document, const facts::LogRow& row, Report& report) {
    const policy::Process& process = *document.process;
    if (!row.from || is_way_forward(process, *row.from, row.to) || is_way_back(process, *row.from, row.to))
        return;
    report.finding({
        .message = fmt::format("the process has no step from {} to {}", process.states[*row.from],
                               process.states[row.to]),
        .location = document->at(row.row->source),
        .help = ways_out_of(process, *row.from) + "; correct the row, or log the steps between",
    });
}

/// `V failed`, `no gate`
bool denies_gate(std::string_view text, const policy::SignOffFormat& format) {
    const model::StatusClaim claim = model::read_status_claim(text, format);
    return (claim.open && !claim.passed) || model::says_refused(text, format) ||
           base::equals_ignoring_case(base::trim(text), "no gate");
}

/// It names gates, and not this one.
bool names_other_gate(std::string_view text, const policy::ProcessGate& gate,
                      const policy::Process& process) {
    if (model::find_word(text, gate.id)) return false;
    return std::any_of(process.gates.begin(), process.gates.end(), [&](const policy::ProcessGate& other) {
        return model::find_word(text, other.id).has_value();
    });
}

/// What stands in the column for the gate must not contradict the step.
void judge_gate(const facts::DocumentFacts& document, const facts::LogRow& row, Report& report) {
    const policy::Process& process = *document.process;
    const policy::ProcessGate* gate = row.from ? gate_between(process, *row.from, row.to) : nullptr;
    const std::string& text = row.row->gate;
    if (gate == nullptr || model::is_blank_or_dash(text)) return;
    if (!denies_gate(text, document.policy->sign_off) && !names_other_gate(text, *gate, process)) return;
    report.finding({
        .message =
            fmt::format("the row makes the step of gate {}, and says \"{}\" of its gate", gate->id, text),
        .location = document->at(row.row->source),
        .help =
            fmt::format("take the row out where gate {} has not passed; else name that gate there", gate->id),
    });
}

/// The log begins with the opening of the record, or with the first step out of the first state.
void judge_first(const facts::DocumentFacts& document, const facts::LogRow& row, Report& report) {
    const std::size_t begins = row.from.value_or(row.to);
    if (begins == 0) return;
    report.finding({
        .message = fmt::format("the log begins in {}, and the process in {}",
                               document.process->states[begins], document.process->states.front()),
        .location = document->at(row.row->source),
        .help = "log the steps before it",
    });
}

void judge_joint(const facts::DocumentFacts& document, const facts::LogRow& before, const facts::LogRow& row,
                 Report& report) {
    if (!row.from || *row.from == before.to) return;
    report.finding({
        .message = fmt::format("the row leaves {}, and the row before it led to {}",
                               document.process->states[*row.from], document.process->states[before.to]),
        .location = document->at(row.row->source),
        .help = "log the step that is missing between them, or correct the state that is wrong",
        .related = {{"the row before it", document->at(before.row->source)}},
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const auto log = facts::transition_log(document);
    for (std::size_t at = 0; at < log.rows.size(); ++at) {
        if (at == 0)
            judge_first(document, log.rows[at], report);
        else
            judge_joint(document, log.rows[at - 1], log.rows[at], report);
        judge_step(document, log.rows[at], report);
        judge_gate(document, log.rows[at], report);
    }
}

} // namespace docs_lint::rules::state::transition_illegal
