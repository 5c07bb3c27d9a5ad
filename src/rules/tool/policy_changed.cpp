#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::tool::policy_changed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the checked change also edits the rules by which it is checked",
    .why = "A change that loosens the rules must not be the first to profit from it. It is judged by the "
           "rules of its base.",
    .fix = "Nothing is wrong if the change of rules is meant. Have it reviewed on its own.",
    .source = "docs-lint: policy comes from the base",
    .severity = diagnostics::Severity::warning,
    .suppressible = false,
};

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::PolicyChange& change : corpus.policy_changes)
        report.finding({
            .message = fmt::format("this change edits {}; it is judged by {}", change.path, change.judged_by),
            .location = diagnostics::whole_document(change.path),
            .help = "have the change of rules reviewed on its own; it counts from the next change on",
        });
}

} // namespace docs_lint::rules::tool::policy_changed
