#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/shown_words.hpp"
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
    const std::string value = model::as_people_read(field.value.text);
    return value.empty() || value == "—" || value == "–" || value == "-";
}

const model::Field* find_filled(const model::Header& header, const policy::FieldRule& rule) {
    for (const std::string& name : rule.names)
        for (const model::Field* field : header.find_all(name))
            if (!is_empty(*field)) return field;
    return nullptr;
}

/// Names may be in any script, but nothing in them may be invisible or turn the reading direction.
bool hides_something(const model::Field& field) {
    std::string value = field.value.text;
    std::replace(value.begin(), value.end(), '\t', ' ');
    return base::escape_invisible(value) != value;
}

/// Statuses are another rule's matter.
bool is_status(const policy::DocumentClass& document_class, const policy::FieldRule& rule) {
    const auto& status = document_class.status_fields;
    return std::any_of(rule.names.begin(), rule.names.end(), [&](const std::string& name) {
        return std::find(status.begin(), status.end(), name) != status.end();
    });
}

void report_hidden(const facts::DocumentFacts& document, const model::Field& field, Report& report) {
    report.finding({
        .message =
            fmt::format("the header field \"{}\" holds a character that a reader cannot see", field.key),
        .location = document->at(field.source),
        .help = "type the value anew in plain characters",
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    const model::Header& header = document->header;
    if (!header.present()) return;
    for (const policy::FieldRule& rule : document->document_class->fields) {
        const model::Field* filled = find_filled(header, rule);
        if (filled != nullptr && hides_something(*filled) && !is_status(*document->document_class, rule))
            report_hidden(document, *filled, report);
        if (!rule.required || filled != nullptr) continue;
        const model::Field* empty = header.find_any(rule.names);
        const bool is_due = document.filing.filed || !rule.due_at_filing;
        if (empty != nullptr && !is_due) continue;
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
