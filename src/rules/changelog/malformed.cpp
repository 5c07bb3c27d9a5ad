#include "base/text.hpp"
#include "base/written_date.hpp"
#include "model/shown_words.hpp"
#include "model/text_tools.hpp"
#include "rules/change_logs.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::changelog::malformed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary =
        "a row of the change log lacks its version or its text, gives an impossible date or one that is "
        "not written as YYYY-MM-DD, or says something past the table's last column",
    .why = "A row that does not say which version it is about, or what changed, is no record of a change.",
    .fix = "Give the row a version of the form x.y, a date that the calendar has (or a dash) and a sentence "
           "that says what changed; write a pipe in that sentence as \\|.",
    .source = "Document lifecycle guide, class 1: a change-log row for every version",
};

namespace {

bool is_impossible(const std::string& date_text) {
    const auto mentions = base::find_moments(date_text);
    if (mentions.empty()) {
        const auto otherwise = base::find_written_date(date_text);
        return otherwise && !otherwise->date;
    }
    return std::any_of(mentions.begin(), mentions.end(),
                       [](const base::MomentMention& mention) { return !mention.moment; });
}

/// `{what changed}`: the text is still to be written.
bool is_placeholder(std::string_view change) {
    change = base::trim(change);
    return change.size() > 2 && change.front() == '{' && change.find('}') == change.size() - 1;
}

std::vector<std::string> faults_of(const model::ChangeLogRow& row) {
    std::vector<std::string> faults;
    if (model::is_blank_or_dash(row.version_text))
        faults.emplace_back("has no version");
    else if (!row.version)
        faults.push_back(
            fmt::format("has the version \"{}\", which is not of the form x.y", row.version_text));
    if (model::is_blank_or_dash(model::as_people_read(row.change)) || is_placeholder(row.change))
        faults.emplace_back("does not say what changed");
    if (is_impossible(row.date_text))
        faults.push_back(fmt::format("is dated {}, a day that no calendar has", row.date_text));
    return faults;
}

/// What the date is taken for where it is written in another form; no rule about dates looks at it then.
std::string otherwise_written_date(const model::ChangeLogRow& row) {
    if (!base::find_moments(row.date_text).empty()) return {};
    const auto found = base::find_written_date(row.date_text);
    if (!found || !found->date) return {};
    return fmt::format("is dated {}, which {} and is not written so", row.date_text,
                       found->other
                           ? fmt::format("can be read as {} and as {}", base::to_string(*found->date),
                                         base::to_string(*found->other))
                           : fmt::format("is read as {}", base::to_string(*found->date)));
}

void report_date(const facts::DocumentFacts& document, const model::ChangeLogRow& row, Report& report) {
    const std::string fault = otherwise_written_date(row);
    if (fault.empty()) return;
    report.finding({
        .message = fmt::format("the row of the change log {}", fault),
        .location = document->at(row.source),
        .help = "write the day as YYYY-MM-DD, or a dash where it is not known",
        .at_most = diagnostics::Severity::warning,
    });
}

/// Markdown shows no more cells than the table has columns: a pipe in the text ends it for readers.
void report_cut_off(const facts::DocumentFacts& document, const model::ChangeLogRow& row, Report& report) {
    if (row.cut_off.empty()) return;
    report.finding({
        .message = fmt::format("the row of the change log goes on past the table's last column with \"{}\", "
                               "which readers are not shown",
                               document->text.substr(row.cut_off.begin, row.cut_off.size())),
        .location = document->at(row.source),
        .help = "write a pipe that belongs to the text as \\|",
        .at_most = diagnostics::Severity::warning,
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!keeps_change_log(document)) return;
    for (const model::ChangeLogRow* row : rows_that_count(document)) {
        report_date(document, *row, report);
        report_cut_off(document, *row, report);
        const auto faults = faults_of(*row);
        if (faults.empty()) continue;
        report.finding({
            .message = fmt::format("the row of the change log {}", base::list_in_words(faults)),
            .location = document->at(row->source),
            .help = "complete the row; mark it as planned where the version is still to come",
        });
    }
}

} // namespace docs_lint::rules::changelog::malformed
