#include "base/text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::tool::baseline_grown {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the checked change adds findings to the baseline",
    .why = "A baseline holds what was there when docs-lint came, and only shrinks. A finding that a change "
           "brings and writes into it is a finding that nobody decided on.",
    .fix = "Mend the document, or suppress the finding with a reason; take the entry out of the baseline.",
    .source = "docs-lint: the baseline of the base counts",
    .suppressible = false,
};

namespace {

std::string message_of(const facts::BaselineUse& use, const facts::BaselineMention& entry) {
    if (use.first)
        return fmt::format("this change brings the first baseline, with {}; none counts as "
                           "known yet",
                           base::count_of(use.grown.size(), "finding"));
    return fmt::format("this change adds a finding of {} in {} to the baseline; that of {} does not hold it",
                       entry.rule, entry.path, use.judged_by);
}

} // namespace

void check(const facts::SuppressionUses& suppressions, Report& report) {
    const facts::BaselineUse& use = suppressions.baseline;
    for (const facts::BaselineMention& entry : use.grown) {
        Finding finding{.message = message_of(use, entry),
                        .location = entry.location,
                        .help = use.first ? "have it reviewed on its own; it counts from the next change on"
                                          : "take the entry out, and mend the document or suppress the "
                                            "finding with a reason"};
        if (use.first) finding.at_most = diagnostics::Severity::warning;
        report.finding(std::move(finding));
        if (use.first) return;
    }
}

} // namespace docs_lint::rules::tool::baseline_grown
