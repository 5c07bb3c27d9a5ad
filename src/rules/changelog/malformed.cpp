#include "base/text.hpp"
#include "model/text_tools.hpp"
#include "rules/change_logs.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::changelog::malformed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a row of the change log lacks its version or its text, or gives an impossible date",
    .why = "A row that does not say which version it is about, or what changed, is no record of a change.",
    .fix = "Give the row a version of the form x.y, a date that the calendar has (or a dash) and a sentence "
           "that says what changed.",
    .source = "Document lifecycle guide, class 1: a change-log row for every version",
};

namespace {

bool is_impossible(const std::string& date_text) {
    for (const base::MomentMention& mention : base::find_moments(date_text))
        if (!mention.moment) return true;
    return false;
}

std::vector<std::string> faults_of(const model::ChangeLogRow& row) {
    std::vector<std::string> faults;
    if (model::is_blank_or_dash(row.version_text))
        faults.emplace_back("has no version");
    else if (!row.version)
        faults.push_back(
            fmt::format("has the version \"{}\", which is not of the form x.y", row.version_text));
    if (model::is_blank_or_dash(row.change)) faults.emplace_back("does not say what changed");
    if (is_impossible(row.date_text))
        faults.push_back(fmt::format("is dated {}, a day that no calendar has", row.date_text));
    return faults;
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!keeps_change_log(document)) return;
    for (const model::ChangeLogRow* row : rows_that_count(document)) {
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
