#include "base/written_date.hpp"
#include "facts/transition_log.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::state::log_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the record has no state transition log, no row in it for its state, or no date in any row",
    .why = "The log is what says when a state was reached, and so whether a gate was passed before it.",
    .fix = "Add a table \"State Transition Log\" with From, To, Date and Time (UTC), and a row for every "
           "transition.",
    .source = "Delivery process, state machine: log the state transition in the phase gate document",
};

namespace {

/// In whatever form.
bool is_dated(const facts::DocumentFacts& document, const facts::LogRow& row) {
    const base::Span source = row.row->source;
    return row.row->when ||
           base::find_written_date(std::string_view(document->text).substr(source.begin, source.size()));
}

void report_undated(const facts::DocumentFacts& document, const facts::TransitionLog& log, Report& report) {
    if (std::any_of(log.rows.begin(), log.rows.end(),
                    [&](const facts::LogRow& row) { return is_dated(document, row); }))
        return;
    report.finding({
        .message = "the state transition log gives no date for any of its transitions",
        .location = document->at(log.rows.back().row->source),
        .help = "write beside every transition when it took place, as YYYY-MM-DD or with its time (UTC)",
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const auto state = document.furthest_state();
    if (document.process == nullptr || !state || *state == 0) return;
    const auto log = facts::transition_log(document);
    const bool has_row = std::any_of(log.rows.begin(), log.rows.end(),
                                     [&](const facts::LogRow& row) { return row.to == *state; });
    if (has_row) return report_undated(document, log, report);
    const std::string& name = document.process->states[*state];
    std::vector<diagnostics::Related> related;
    for (const facts::LogRow& row : log.rows)
        if (&row == &log.rows.back())
            related.push_back({"the newest row of the log", document->at(row.row->source)});
    report.finding({
        .message =
            log.rows.empty()
                ? fmt::format("the record's state is {}, and it has no state transition log", name)
                : fmt::format("the record's state is {}, and its log has no row that leads there", name),
        .location =
            document->at(document->states.empty() ? document->beginning() : document->states.front().source),
        .help = "log every transition, with From, To, Date and Time (UTC)",
        .related = std::move(related),
    });
}

} // namespace docs_lint::rules::state::log_missing
