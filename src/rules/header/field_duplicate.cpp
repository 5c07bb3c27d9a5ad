#include "base/text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>
#include <map>

namespace docs_lint::rules::header::field_duplicate {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a header field is given twice with different values",
    .why =
        "Which of two values counts must never depend on which one a reader or a tool happens to see first.",
    .fix = "Keep the value that holds.",
    .source = "Document lifecycle guide: every document is in exactly one state",
};

void check(const facts::DocumentFacts& document, Report& report) {
    std::map<std::string, const model::Field*> first;
    for (const model::Field& field : document->header.fields) {
        const auto [known, added] = first.emplace(base::normalise_name(field.key), &field);
        if (added ||
            base::collapse_blanks(known->second->value.text) == base::collapse_blanks(field.value.text))
            continue;
        report.finding({
            .message = fmt::format("the header gives \"{}\" twice with different values", field.key),
            .location = document->at(field.source),
            .help = "keep the one that holds and take the other one out",
            .related = {{"the other value", document->at(known->second->source)}},
        });
    }
}

} // namespace docs_lint::rules::header::field_duplicate
