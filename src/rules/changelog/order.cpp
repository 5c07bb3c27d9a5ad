#include "rules/change_logs.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::changelog::order {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the change log runs neither up nor down, names a version twice, or its dates run against its "
               "versions",
    .why = "A log that jumps about hides rows that were added later, or lost.",
    .fix = "Put the rows in the order of their versions, newest first or oldest first; give each version one "
           "row.",
    .source = "Document lifecycle guide, class 1: a change-log row for every version",
};

namespace {

using Rows = std::vector<const model::ChangeLogRow*>;

Rows rows_with_version(const facts::DocumentFacts& document) {
    Rows rows = rows_that_count(document);
    std::erase_if(rows, [](const model::ChangeLogRow* row) { return !row->version; });
    return rows;
}

void report_pair(const facts::DocumentFacts& document, const model::ChangeLogRow& row,
                 const model::ChangeLogRow& other, const std::string& message, const std::string& help,
                 Report& report) {
    report.finding({.message = message,
                    .location = document->at(row.source),
                    .help = help,
                    .related = {{"the other row", document->at(other.source)}}});
}

/// The direction that most neighbours follow; newest first where they are even.
bool runs_down(const Rows& rows) {
    std::ptrdiff_t down = 0;
    for (std::size_t at = 1; at < rows.size(); ++at)
        down += *rows[at]->version < *rows[at - 1]->version ? 1 : -1;
    return down >= 0;
}

void report_disorder(const facts::DocumentFacts& document, const Rows& rows, Report& report) {
    const bool down = runs_down(rows);
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const auto& before = *rows[at - 1];
        const auto& row = *rows[at];
        const bool fits = down ? *row.version < *before.version : *before.version < *row.version;
        if (fits || *row.version == *before.version) continue;
        report_pair(document, row, before,
                    fmt::format("version {} stands behind {} in a change log that runs {} otherwise",
                                base::to_string(*row.version), base::to_string(*before.version),
                                down ? "from new to old" : "from old to new"),
                    "put the rows in the order of their versions", report);
    }
}

void report_repeated(const facts::DocumentFacts& document, const Rows& rows, Report& report) {
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        const auto same = std::find_if(rows.begin(), row, [&](const model::ChangeLogRow* other) {
            return *other->version == *(*row)->version;
        });
        if (same == row) continue;
        report_pair(
            document, **row, **same,
            fmt::format("version {} has two rows in the change log", base::to_string(*(*row)->version)),
            "give each version one row; where one is a later version, correct its number", report);
    }
}

/// Each dated row against the one with the next lower version that is dated, too.
void report_dates(const facts::DocumentFacts& document, Rows rows, Report& report) {
    std::erase_if(rows, [](const model::ChangeLogRow* row) { return !row->date; });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto* left, const auto* right) { return *left->version < *right->version; });
    for (std::size_t at = 1; at < rows.size(); ++at) {
        const auto& older = *rows[at - 1];
        const auto& newer = *rows[at];
        if (*older.version == *newer.version || *older.date <= *newer.date) continue;
        report_pair(document, newer, older,
                    fmt::format("version {} is dated {}, before version {} of {}",
                                base::to_string(*newer.version), base::to_string(*newer.date),
                                base::to_string(*older.version), base::to_string(*older.date)),
                    "correct the date or the version that is wrong", report);
    }
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!keeps_change_log(document)) return;
    const Rows rows = rows_with_version(document);
    report_repeated(document, rows, report);
    report_disorder(document, rows, report);
    report_dates(document, rows, report);
}

} // namespace docs_lint::rules::changelog::order
