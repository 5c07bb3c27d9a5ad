#include "rules/rule.hpp"

#include <fmt/format.h>
#include <utility>

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

namespace {

bool is_utf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

/// What is missing, and what to do about it.
std::pair<std::string, std::string> fault_of(const facts::DocumentFacts& document) {
    const std::string fault =
        fmt::format("a document of class \"{}\" has no header block", document->document_class->title);
    if (is_utf16(document->text))
        return {fault + " that anybody can read: it is written in UTF-16", "save it as UTF-8"};
    std::string fields;
    for (const policy::FieldRule& field : document->document_class->fields)
        if (field.required) fields += fmt::format("{}{}", fields.empty() ? "" : ", ", field.names.front());
    return {fault, fmt::format("put its fields under the title, one a line: {}", fields)};
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document->header.present() || !document->document_class->header_required) return;
    auto [message, help] = fault_of(document);
    report.finding({
        .message = std::move(message),
        .location = document->at(document->beginning()),
        .help = std::move(help),
    });
}

} // namespace docs_lint::rules::header::missing
