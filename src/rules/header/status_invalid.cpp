#include "base/text.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::header::status_invalid {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a status that the document's class does not know, or one that is not written plainly",
    .why = "The status decides whether a document may change. One that a tool and a reader may take for "
           "different words "
           "protects nobody: it counts as filed for protection, and as nothing for everything else.",
    .fix = "Write one of the class's statuses in plain letters in the header block.",
    .source = "Document lifecycle guide, lifecycle of each class",
};

namespace {

bool knows(const policy::DocumentClass& document_class, std::string_view status) {
    return std::any_of(
        document_class.statuses.begin(), document_class.statuses.end(),
        [status](const std::string& known) { return base::equals_ignoring_case(known, status); });
}

void check_field(const facts::DocumentFacts& document, const model::Field& field, Report& report) {
    const policy::DocumentClass& document_class = *document->document_class;
    const std::string status = model::status_value(field, document_class);
    if (base::trim(field.value.text).empty() || document_class.statuses.empty()) return;
    if (!field.plain) {
        report.finding({
            .message = fmt::format(
                "the field \"{}\" holds a character that a reader cannot see or takes for another",
                base::trim(field.key)),
            .location = document->at(field.source),
            .help = "type field and value anew in plain letters",
        });
        return;
    }
    if (knows(document_class, status)) return;
    const auto nearest = base::nearest_name(status, document_class.statuses);
    report.finding({
        .message = fmt::format("\"{}\" is no status of class \"{}\"", status, document_class.title),
        .location = document->at(field.source),
        .help =
            fmt::format("{}its statuses are {}", nearest ? fmt::format("did you mean {}? ", *nearest) : "",
                        base::list_in_words(document_class.statuses)),
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const std::string& name : document->document_class->status_fields)
        for (const model::Field* field : document->header.find_all(name))
            check_field(document, *field, report);
    if (!document.filing.filed || document.filing.plain) return;
    report.finding({
        .message = "this reads as filed, and not in a form that counts",
        .location = document->at(document.filing.source),
        .help = "write the filing status in plain letters in the header block, or take it out; until then "
                "the document "
                "is protected as if it were filed",
    });
}

} // namespace docs_lint::rules::header::status_invalid
