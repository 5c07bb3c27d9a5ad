#include "base/text.hpp"
#include "model/header_values.hpp"
#include "rules/header_dates.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <utility>

namespace docs_lint::rules::header::date_invalid {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a header field gives no calendar date, or one that is not written as YYYY-MM-DD",
    .why = "Dates say since when a document holds and whether it changed after that. One that no calendar "
           "has, or "
           "that two "
           "readers take for two days, says neither.",
    .fix = "Write the day as YYYY-MM-DD, or a dash where it is still to come.",
    .source = "Document lifecycle guide, header fields of each class",
};

namespace {

using model::DateForm;

std::string day(const std::optional<base::Moment>& moment) {
    return base::to_string(moment->date);
}

/// What is wrong with the date; empty where nothing is.
std::string fault_of(const model::DateValue& value) {
    switch (value.form) {
    case DateForm::none:
    case DateForm::pending:
    case DateForm::plain:
        return {};
    case DateForm::zoned:
        return fmt::format("\"{}\" has a time that is not in UTC", value.written);
    case DateForm::other:
        return fmt::format("\"{}\" is read as {}, and is not written so", value.written, day(value.moment));
    case DateForm::ambiguous:
        return fmt::format("this can be read as {} and as {}", day(value.moment), day(value.second));
    case DateForm::impossible:
        return fmt::format("no calendar has the date \"{}\"", value.written);
    case DateForm::unreadable:
        return fmt::format("\"{}\" is no date", value.written);
    }
    return {};
}

bool is_an_error(DateForm form) {
    return form == DateForm::impossible || form == DateForm::unreadable;
}

bool is_a_day(DateForm form) {
    return form == DateForm::plain || form == DateForm::other || form == DateForm::zoned;
}

void report_in_vain(const facts::DocumentFacts& document, const model::Field& field, Report& report) {
    report.finding({
        .message = fmt::format("{}: \"{}\" holds a day, and the words beside it take it back",
                               base::trim(field.key), field.value.text),
        .location = document->at(field.source),
        .help = "write nothing but the day, or a dash where it is still to come",
    });
}

void check_field(const facts::DocumentFacts& document, const model::Field& field, Report& report) {
    const auto value = model::read_date_value(field.value, document.policy->sign_off);
    if (value.form == DateForm::unreadable && is_due_later(document, field)) return;
    if (is_a_day(value.form) && gives_day_in_vain(document, field))
        return report_in_vain(document, field, report);
    const std::string fault = fault_of(value);
    if (fault.empty()) return;
    Finding finding{
        .message = fmt::format("{}: {}", base::trim(field.key), fault),
        .location = document->at(field.source),
        .help = value.form == DateForm::other
                    ? fmt::format("write {}", day(value.moment))
                    : "write the day as YYYY-MM-DD, or a dash where it is still to come",
    };
    if (!is_an_error(value.form)) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const model::Field* field : date_fields_of(document)) check_field(document, *field, report);
}

} // namespace docs_lint::rules::header::date_invalid
