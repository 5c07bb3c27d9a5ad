#include "base/text.hpp"
#include "facts/lessons.hpp"
#include "model/text_tools.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::lessons::action_incomplete {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an outstanding action of a lessons record has no owner, no action or no target date",
    .why =
        "An improvement must be made before the next item of its kind comes in. What nobody owns, or what is "
        "due on no day, is not made.",
    .fix = "Give each outstanding action its owner, what is to be done, and the day by which it is done; or "
           "write \"None\".",
    .source = "Tech backlog lessons learnt template, section 5 and outstanding actions",
};

namespace {

using diagnostics::Severity;

std::string without_date(const facts::OutstandingAction& action) {
    const std::string written(base::trim(model::without_glyphs(action.date_text)));
    const bool quotable = !action.is_prose && !model::is_blank_or_dash(written) && written.size() <= 40;
    return quotable ? fmt::format("no target date (\"{}\" is no date)", written) : "no target date";
}

std::vector<std::string> missing_parts(const facts::OutstandingAction& action) {
    std::vector<std::string> parts;
    if (!action.has_owner) parts.emplace_back("no owner");
    if (!action.has_action) parts.emplace_back("nothing that is to be done");
    if (!action.date) parts.push_back(without_date(action));
    return parts;
}

std::optional<Severity> mildness(const facts::DocumentFacts& document,
                                 const facts::OutstandingAction& action) {
    if (!document.filing.filed) return Severity::information;
    return action.is_prose ? std::optional(Severity::warning) : std::nullopt;
}

void report_date(const facts::DocumentFacts& document, const facts::OutstandingAction& action,
                 Report& report) {
    report.finding({
        .message =
            fmt::format("this outstanding action gives the target date \"{}\", which is read as {} and "
                        "is not written so",
                        action.date_text, base::to_string(action.date->date)),
        .location = document->at(action.source),
        .help = "write the day as YYYY-MM-DD",
        .at_most = document.filing.filed ? Severity::warning : Severity::information,
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::OutstandingAction& action : facts::read_outstanding_actions(document)) {
        if (action.dated_otherwise) report_date(document, action, report);
        const auto missing = missing_parts(action);
        if (missing.empty()) continue;
        report.finding({
            .message = fmt::format("this outstanding action gives {}", base::list_in_words(missing)),
            .location = document->at(action.source),
            .help = "give its owner, the action and a calendar date, as in \"owner | action | 2026-03-20\"",
            .at_most = mildness(document, action),
        });
    }
}

} // namespace docs_lint::rules::lessons::action_incomplete
