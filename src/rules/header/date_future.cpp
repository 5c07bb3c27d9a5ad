#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::header::date_future {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "",
    .why = "",
    .fix = "",
    .source = "",
};

// The first argument is what the rule looks at: DocumentFacts, Corpus, History or SuppressionUses.
void check(const facts::DocumentFacts& document, Report& report) {
    static_cast<void>(document);
    static_cast<void>(report);
}

} // namespace docs_lint::rules::header::date_future
