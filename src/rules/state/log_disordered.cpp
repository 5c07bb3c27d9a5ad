#include "facts/transition_log.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>
#include <re2/re2.h>

namespace docs_lint::rules::state::log_disordered {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "in the state transition log time runs backwards, a number stands twice, or a time is none",
    .why = "A log out of order was written from memory, or changed afterwards.",
    .fix = "Correct the time or the number that is wrong; add new rows at the end where the log grows.",
    .source = "Delivery process, state machine: log the state transition; GI-4",
};

namespace {

bool has_impossible_date(const std::string& text) {
    for (const base::MomentMention& mention : base::find_moments(text))
        if (!mention.moment) return true;
    return false;
}

bool has_impossible_clock(const std::string& text) {
    static const re2::RE2 pattern(R"((?:^|[^0-9:])([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(?:[^0-9:]|$))");
    int hour = 0;
    int minute = 0;
    return re2::RE2::PartialMatch(text, pattern, &hour, &minute) && (hour > 23 || minute > 59);
}

void report_impossible(const facts::DocumentFacts& document, const model::Transition& row, Report& report) {
    for (const std::string* text : {&row.date_text, &row.time_text}) {
        if (!has_impossible_date(*text) && !has_impossible_clock(*text)) continue;
        report.finding({
            .message = fmt::format("\"{}\" is no point in time", *text),
            .location = document->at(row.source),
            .help = "write a date that the calendar has, and a UTC time from 00:00 to 23:59",
        });
        return;
    }
}

void report_backwards(const facts::DocumentFacts& document, const facts::TransitionLog& log, Report& report) {
    const facts::LogRow* before = nullptr;
    for (const facts::LogRow& row : log.rows) {
        if (!row.row->when) continue;
        if (before != nullptr && base::surely_before(*row.row->when, *before->row->when))
            report.finding({
                .message =
                    fmt::format("the transition to {} is dated {}, before the one that precedes it ({})",
                                document.process->states[row.to], base::to_string(*row.row->when),
                                base::to_string(*before->row->when)),
                .location = document->at(row.row->source),
                .help = "correct the time that is wrong, or put the rows in their order",
                .related = {{"the row that precedes it", document->at(before->row->source)}},
            });
        before = &row;
    }
}

void report_numbers(const facts::DocumentFacts& document, const facts::TransitionLog& log, Report& report) {
    std::map<std::string, const model::Transition*> first;
    for (const facts::LogRow& row : log.rows) {
        if (model::is_blank_or_dash(row.row->number)) continue;
        const auto [other, is_first] = first.emplace(row.row->number, row.row);
        if (is_first) continue;
        report.finding({
            .message = fmt::format("number {} stands twice in the state transition log", row.row->number),
            .location = document->at(row.row->source),
            .help = "give every row its own number",
            .related = {{"the other row", document->at(other->second->source)}},
        });
    }
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const auto log = facts::transition_log(document);
    for (const facts::LogRow& row : log.rows) report_impossible(document, *row.row, report);
    report_backwards(document, log, report);
    report_numbers(document, log, report);
}

} // namespace docs_lint::rules::state::log_disordered
