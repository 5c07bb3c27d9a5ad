#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::tool::baseline_refused {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the baseline names a finding that no baseline may hold, or cannot be read",
    .why =
        "Sign-offs, filed records and evidence are guaranteed: nobody accepts a breach of them in advance. "
        "docs-lint never writes such an entry, so somebody did by hand.",
    .fix = "Take the entry out, and correct the document.",
    .source = "docs-lint: guarantees cannot be suppressed",
    .suppressible = false,
};

void check(const facts::SuppressionUses& suppressions, Report& report) {
    const facts::BaselineUse& use = suppressions.baseline;
    for (const facts::BaselineMention& entry : use.refused)
        report.finding({
            .message = fmt::format("the baseline holds a finding of {}, which nobody may accept; it has no "
                                   "effect",
                                   entry.rule),
            .location = entry.location,
            .help = "take the entry out, and correct the document",
        });
    if (!use.unreadable.empty())
        report.finding({
            .message = fmt::format("the baseline that this change leaves cannot be read: {}", use.unreadable),
            .location = diagnostics::whole_document(use.path),
            .help = "take the file from an earlier commit; only `docs-lint baseline` writes it",
        });
}

} // namespace docs_lint::rules::tool::baseline_refused
