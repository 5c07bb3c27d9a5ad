#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::tool::baseline_stale {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an entry of the baseline has no finding any more",
    .why = "An entry that outlives its finding hides the next one of its kind.",
    .fix = "Run `docs-lint baseline`, which takes it out, and commit the baseline.",
    .source = "docs-lint: a baseline only shrinks",
    .severity = diagnostics::Severity::warning,
    .suppressible = false,
};

void check(const facts::SuppressionUses& suppressions, Report& report) {
    for (const facts::BaselineMention& entry : suppressions.baseline.stale)
        report.finding({
            .message =
                fmt::format("the finding of {} in {} is gone: {}", entry.rule, entry.path, entry.message),
            .location = entry.location,
            .help = "run `docs-lint baseline`, which takes the entry out",
        });
}

} // namespace docs_lint::rules::tool::baseline_stale
