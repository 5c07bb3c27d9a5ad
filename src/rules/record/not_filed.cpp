#include "facts/claims.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::record::not_filed {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the process has closed the item and its record is still active",
    .why = "Until it is filed anybody may still change what was signed.",
    .fix = "File the record: set its status and its filing date in the commit that closes the item, or right "
           "after it.",
    .source = "Role charter §9: filed at closure",
    .severity = diagnostics::Severity::warning,
};

void check(const facts::DocumentFacts& document, Report& report) {
    if (document.filing.filed || !document->document_class->filing || document.process == nullptr) return;
    const auto furthest = facts::furthest_declared_state(*document, *document.process);
    if (!furthest || furthest->rank + 1 != document.process->states.size()) return;
    report.finding({
        .message = fmt::format("the item is {} and its record is not filed", furthest->state),
        .location = document->at(furthest->source),
        .help = fmt::format("set the status to {} and give the filing date",
                            document->document_class->filing->statuses.front()),
    });
}

} // namespace docs_lint::rules::record::not_filed
