#include "base/text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::clarity::template_text {
namespace {

/// A record that was made by copying holds many of them; what is to be done is one thing.
void report_copied(const facts::DocumentFacts& document, Report& report) {
    const auto& copied = document->template_sentences;
    if (copied.empty()) return;
    const std::string& path = document->document_class->process_template->path;
    std::vector<diagnostics::Related> related;
    for (std::size_t at = 1; at < copied.size(); ++at)
        related.push_back({"so does this", document->at(copied[at].source)});
    const std::string more =
        related.empty() ? "" : fmt::format(", and {} more", base::count_of(related.size(), "paragraph"));
    report.finding({
        .message = fmt::format("\"{}\" stands word for word in {}{}", copied.front().text, path, more),
        .location = document->at(copied.front().source),
        .help = "do what it asks for and take it out; what records are to keep, the template says in a code "
                "block",
        .related = std::move(related),
    });
}

} // namespace

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "an instruction of the template was left in a record",
    .why = "A reader cannot tell whether the instruction was followed or forgotten. Where the process comes "
           "from the "
           "team's own template, its sentences are instructions, too: a paragraph or list item that says "
           "nothing "
           "else is one finding for the whole record, with the other places beside it. Headings, labels, "
           "tables, "
           "block quotes, code and what stands below an item are what a record takes over, and sentences "
           "below six "
           "words are anybody's.",
    .fix = "Do what it asks for, and take it out. A text that every record is to keep stands in the template "
           "in a "
           "block of code, or as a quotation.",
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
    report_copied(document, report);
}

} // namespace docs_lint::rules::clarity::template_text
