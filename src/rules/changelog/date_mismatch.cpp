#include "model/struck.hpp"
#include "model/version_text.hpp"
#include "rules/change_logs.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::changelog::date_mismatch {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the header's date of the last update and that of the newest change-log row differ",
    .why = "Two dates for one change leave open how old the text is that a reader relies on.",
    .fix = "Correct the date that is wrong.",
    .source = "Document lifecycle guide, class 1: header and change log",
    .severity = diagnostics::Severity::warning,
};

namespace {

std::optional<base::Date> date_in(const model::Field& field) {
    const auto moments = base::find_moments(model::without_struck(field.value.text));
    if (moments.empty() || !moments.front().moment) return std::nullopt;
    return moments.front().moment->date;
}

/// Where the versions differ, changelog/version-mismatch has named the pair.
bool is_of_header_version(const facts::DocumentFacts& document, const model::ChangeLogRow& row) {
    const model::Field* field = version_field(document);
    return field == nullptr || model::version_at_front(field->value.text) == row.version;
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (!keeps_change_log(document)) return;
    const model::Field* field = document->header.find_any(document.policy->header_fields.updates);
    const model::ChangeLogRow* newest = newest_row(document);
    if (field == nullptr || newest == nullptr || !newest->date) return;
    const auto updated = date_in(*field);
    if (!updated || *updated == *newest->date || !is_of_header_version(document, *newest)) return;
    report.finding({
        .message = fmt::format("{} is {}, and the newest row of the change log is dated {}", field->key,
                               base::to_string(*updated), base::to_string(*newest->date)),
        .location = document->at(field->source),
        .help = "correct the date that is wrong",
        .related = {{"the newest row of the change log", document->at(newest->source)}},
    });
}

} // namespace docs_lint::rules::changelog::date_mismatch
