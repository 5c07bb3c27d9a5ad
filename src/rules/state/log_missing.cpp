#include "base/text.hpp"
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

std::size_t count_cells(std::string_view row) {
    row = base::trim(row);
    if (row.starts_with('|')) row.remove_prefix(1);
    if (row.ends_with('|')) row.remove_suffix(1);
    return base::split(row, '|').size();
}

/// `| From | To | Date |`, whether or not it is read as the header of a table.
bool is_header_of_log(std::string_view line) {
    const std::string text = base::lower(line);
    const auto names = [&](std::string_view word) { return base::contains_word(text, word); };
    const bool names_states = (names("from") && names("to")) || names("transition");
    return count_cells(line) > 2 && names_states && (names("date") || names("time") || names("timestamp"));
}

bool is_row_of_dashes(std::string_view line) {
    return line.find('-') != std::string_view::npos &&
           line.find_first_not_of("|-: \t") == std::string_view::npos;
}

struct BrokenTable {
    std::string why;
    base::Span source;
};

/// A header whose row of dashes has another number of cells begins no table.
std::optional<BrokenTable> broken_table(const model::Document& document) {
    const std::string_view text = document.text;
    const auto line_at = [&](std::size_t number) {
        const base::Span span = document.lines.line(number);
        return text.substr(span.begin, span.size());
    };
    for (std::size_t number = 1; number < document.lines.line_count(); ++number) {
        const std::size_t cells = count_cells(line_at(number)), dashes = count_cells(line_at(number + 1));
        if (is_header_of_log(line_at(number)) && is_row_of_dashes(line_at(number + 1)) && cells != dashes)
            return BrokenTable{fmt::format("its header has {}, and the row of dashes below it {}",
                                           base::count_of(cells, "cell"), dashes),
                               document.lines.line(number + 1)};
    }
    return std::nullopt;
}

std::string lack_of(const facts::TransitionLog& log, const std::optional<BrokenTable>& broken) {
    if (broken) return "its state transition log is not read as a table: " + broken->why;
    return log.rows.empty() ? "it has no state transition log" : "its log has no row that leads there";
}

std::vector<diagnostics::Related> grounds_of(const facts::DocumentFacts& document,
                                             const facts::TransitionLog& log,
                                             const std::optional<BrokenTable>& broken) {
    if (broken) return {{"this row", document->at(broken->source)}};
    if (log.rows.empty()) return {};
    return {{"the newest row of the log", document->at(log.rows.back().row->source)}};
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const auto state = document.furthest_state();
    if (document.process == nullptr || !state || *state == 0) return;
    const auto log = facts::transition_log(document);
    const bool has_row = std::any_of(log.rows.begin(), log.rows.end(),
                                     [&](const facts::LogRow& row) { return row.to == *state; });
    if (has_row) return report_undated(document, log, report);
    const auto broken = log.rows.empty() ? broken_table(*document.operator->()) : std::nullopt;
    report.finding({
        .message = fmt::format("the record's state is {}, and {}", document.process->states[*state],
                               lack_of(log, broken)),
        .location =
            document->at(document->states.empty() ? document->beginning() : document->states.front().source),
        .help = broken ? "give the row of dashes as many cells as the header above it"
                       : "log every transition, with From, To, Date and Time (UTC)",
        .related = grounds_of(document, log, broken),
    });
}

} // namespace docs_lint::rules::state::log_missing
