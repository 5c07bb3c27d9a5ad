#include "base/text.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::header::field_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a field that the document's class requires is absent or empty",
    .why = "Each class asks for the fields by which its documents are kept: owner, status, version, dates.",
    .fix = "Add the field to the header block.",
    .source = "Document lifecycle guide, header fields of each class",
};

namespace {

bool is_empty(const model::Field& field) {
    const auto value = base::trim(field.value.text);
    return value.empty() || value == "—" || value == "–" || value == "-";
}

const model::Field* find_filled(const model::Header& header, const policy::FieldRule& rule) {
    for (const std::string& name : rule.names)
        for (const model::Field* field : header.find_all(name))
            if (!is_empty(*field)) return field;
    return nullptr;
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const model::Header& header = document->header;
    if (!header.present()) return;
    for (const policy::FieldRule& rule : document->document_class->fields) {
        if (!rule.required || find_filled(header, rule) != nullptr) continue;
        const model::Field* empty = header.find_any(rule.names);
        report.finding({
            .message = empty != nullptr ? fmt::format("the header field \"{}\" is empty", empty->key)
                                        : fmt::format("the header has no field \"{}\"", rule.names.front()),
            .location = document->at(empty != nullptr ? empty->source : header.fields.front().source),
            .help = fmt::format("a document of class \"{}\" gives {}", document->document_class->title,
                                base::list_in_words(rule.names, "or")),
        });
    }
}

} // namespace docs_lint::rules::header::field_missing
