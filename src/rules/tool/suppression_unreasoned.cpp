#include "rules/rule.hpp"

namespace docs_lint::rules::tool::suppression_unreasoned {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a suppression comment gives no reason, or cannot be read",
    .why = "A finding that is waved through without a reason is waved through for good.",
    .fix = "Write `<!-- docs-lint: ignore[group/rule] reason=\"...\" -->`, with `until=YYYY-MM-DD` if it is "
           "to end.",
    .source = "docs-lint: suppressions",
    .suppressible = false,
};

void check(const facts::DocumentFacts& document, Report& report) {
    for (const model::SuppressionComment& comment : document->suppressions) {
        if (!comment.malformed && !comment.reason.empty()) continue;
        report.finding({
            .message = comment.malformed ? "this suppression cannot be read and has no effect"
                                         : "this suppression gives no reason and has no effect",
            .location = document->at(comment.source),
            .help = "write <!-- docs-lint: ignore[group/rule] reason=\"why\" -->",
        });
    }
}

} // namespace docs_lint::rules::tool::suppression_unreasoned
