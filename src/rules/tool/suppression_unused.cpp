#include "base/text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::tool::suppression_unused {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a suppression takes nothing away, or its last day is over",
    .why = "A suppression that outlives its finding hides the next one.",
    .fix = "Take it out.",
    .source = "docs-lint: suppressions",
    .severity = diagnostics::Severity::warning,
    .suppressible = false,
};

void check(const facts::SuppressionUses& suppressions, Report& report) {
    for (const facts::SuppressionUse& use : suppressions.uses) {
        if (!use.judged || (use.used > 0 && !use.expired)) continue;
        const std::string rules = base::list_in_words(use.rules);
        report.finding({
            .message = use.expired ? fmt::format("the suppression of {} ended on {}", rules,
                                                 base::to_string(*use.until))
                                   : fmt::format("the suppression of {} takes nothing away", rules),
            .location = use.location,
            .help = "take it out",
        });
    }
}

} // namespace docs_lint::rules::tool::suppression_unused
