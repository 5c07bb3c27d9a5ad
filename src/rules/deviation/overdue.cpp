#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::deviation::overdue {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an urgent deviation outlived the release before which it was to be resolved",
    .why = "A P0 deviation is resolved before the next release. Once that release is tagged with the "
           "deviation still "
           "in the spec, users have it.",
    .fix = "Resolve it and take the entry out, or mark it resolved; or have its priority and release decided "
           "anew.",
    .source = "Document lifecycle guide §9: P0 is resolved before the next release",
    .severity = diagnostics::Severity::warning,
};

void check(const facts::History& history, Report& report) {
    for (const facts::OverdueDeviation& overdue : history.overdue_deviations) {
        const facts::DocumentFacts& document = *overdue.document;
        const auto location = document->at(overdue.deviation.source);
        if (overdue.unknown) {
            report.unverified(fmt::format("whether the deviation \"{}\" outlived its release: {}",
                                          overdue.deviation.name, overdue.unknown->message),
                              location, overdue.unknown->help);
            continue;
        }
        report.finding({
            .message = fmt::format("the deviation \"{}\" was to be resolved by \"{}\", and {} is tagged",
                                   overdue.deviation.name, overdue.release_text, overdue.tag.name),
            .location = location,
            .help = "resolve it and take the entry out, or have its priority and target release decided anew",
            .related = {{fmt::format("{} is commit {}", overdue.tag.name,
                                     git::to_short_hex(overdue.tag.commit)),
                         document->at(overdue.release_source)}},
            .commit = git::to_hex(overdue.tag.commit),
        });
    }
}

} // namespace docs_lint::rules::deviation::overdue
