#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::header::missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a governed document has no header block",
    .why = "Who owns a document and in which state it is stands in its header. Without one nobody can tell "
           "whether it "
           "holds.",
    .fix = "Put the fields of its class under the title, one a line: `**Owner:** ...`.",
    .source = "Document lifecycle guide, header fields of each class; role charter §9",
};

void check(const facts::DocumentFacts& document, Report& report) {
    if (document->header.present() || !document->document_class->header_required) return;
    std::string fields;
    for (const policy::FieldRule& field : document->document_class->fields)
        if (field.required) fields += fmt::format("{}{}", fields.empty() ? "" : ", ", field.names.front());
    report.finding({
        .message =
            fmt::format("a document of class \"{}\" has no header block", document->document_class->title),
        .location = document->at(document->beginning()),
        .help = fmt::format("put its fields under the title, one a line: {}", fields),
    });
}

} // namespace docs_lint::rules::header::missing
