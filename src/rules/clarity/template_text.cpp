#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::clarity::template_text {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an instruction of the template was left in a record",
    .why = "A reader cannot tell whether the instruction was followed or forgotten.",
    .fix = "Do what it asks for, and take it out.",
    .source = "Delivery process, global invariant GI-5; the phase gate document is made from a template",
    .severity = diagnostics::Severity::warning,
};

void check(const facts::DocumentFacts& document, Report& report) {
    for (const model::TextLine& line : document->instructions) {
        report.finding({
            .message = fmt::format("\"{}\" reads like an instruction of the template", line.text),
            .location = document->at(line.source),
            .help =
                "do what it asks for and take it out; where it is the record's own word, say it differently",
        });
    }
}

} // namespace docs_lint::rules::clarity::template_text
