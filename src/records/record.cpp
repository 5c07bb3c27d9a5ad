#include "records/record.hpp"

#include "facts/claims.hpp"
#include "facts/closure.hpp"
#include "facts/severity.hpp"
#include "facts/stays.hpp"
#include "facts/transition_log.hpp"
#include "records/gates.hpp"
#include "records/next_steps.hpp"
#include "rules/open_actions.hpp"

#include <fmt/format.h>

namespace docs_lint::records {
namespace {

using facts::DocumentFacts;

std::string why_unknown(const DocumentFacts& document) {
    if (document->process_unknown) return document->process_unknown->message;
    if (document.follows_other_process) return "its gates and states are those of another process";
    return document.process == nullptr ? "no process is known for its class" : "";
}

std::string severity_of(const DocumentFacts& document) {
    for (const facts::DeclaredSeverity& one : facts::declared_severities(document))
        if (one.tier != nullptr) return one.tier->name;
    return {};
}

bool is_overdue(const DocumentFacts& document, const model::Action& action) {
    return document.clock && action.deadline &&
           base::surely_before(*action.deadline, base::earliest_moment_at(*document.clock));
}

std::vector<Action> actions_of(const DocumentFacts& document) {
    std::vector<Action> actions;
    for (const model::Action* one : rules::open_actions(document))
        actions.push_back({one->id, one->description, one->owner, one->deadline_text, one->status_text,
                           is_overdue(document, *one), document->at(one->source).begin.line});
    return actions;
}

std::vector<Period> periods_of(const DocumentFacts& document) {
    std::vector<Period> periods;
    for (const facts::Stay& stay : facts::stays_of(document)) {
        Period period{document.process->states[stay.state], stay.entered.count(), std::nullopt};
        if (stay.is_over()) period.end = stay.ended->count();
        periods.push_back(std::move(period));
    }
    return periods;
}

/// The timer of the state that the record is in by its log; none where that is over.
std::optional<Timer> timer_of(const DocumentFacts& document) {
    const auto stays = facts::stays_of(document);
    if (stays.empty() || stays.back().is_over()) return std::nullopt;
    const auto limit = facts::stay_limit(document, stays.back().state);
    if (!limit) return std::nullopt;
    const std::int64_t due = (stays.back().entered + limit->longest).count();
    Timer timer{limit->tier->name, document.process->states[stays.back().state], due, std::nullopt};
    if (document.clock) timer.left = due - document.clock->seconds;
    return timer;
}

void add_states(Record& record, const DocumentFacts& document) {
    record.states = document.process->states;
    record.derived = record.states[facts::present_state(document)];
    if (const auto declared = document.furthest_state()) record.declared = record.states[*declared];
}

} // namespace

bool is_record(const DocumentFacts& document) {
    return document->document_class->records_gates && !document->document_class->is_template;
}

Record standing_of(const DocumentFacts& document) {
    Record record;
    record.path = document->path;
    record.id = document->document_class->item_id(document->path).value_or("");
    record.title = document->title;
    record.filed = document.filing.filed;
    record.closed = record.filed;
    record.gates = gates_of(document);
    record.actions = actions_of(document);
    record.unknown = why_unknown(document);
    if (document.process == nullptr) return record;
    record.process = document.process->title;
    add_states(record, document);
    record.severity = severity_of(document);
    record.periods = periods_of(document);
    record.timer = timer_of(document);
    record.closed =
        record.filed || (record.derived == record.states.back() && record.declared == record.derived);
    record.next = next_steps(document, record);
    return record;
}

} // namespace docs_lint::records
