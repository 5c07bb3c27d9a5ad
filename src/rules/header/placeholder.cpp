#include "base/text.hpp"
#include "model/header_values.hpp"
#include "model/placeholders.hpp"
#include "model/text_tools.hpp"
#include "rules/header_dates.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::header::placeholder {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a placeholder of the template was left in a document's header",
    .why =
        "A header that still holds its template's placeholders tells nobody who owns the document, or since "
        "when it holds.",
    .fix = "Put the value in the placeholder's place; a dash says that a date is still to come.",
    .source = "Document lifecycle guide, header fields of each class; invariant GI-5",
};

namespace {

/// Front matter, where brackets and braces are lists and mappings of YAML.
bool is_front_matter(const model::Document& document, const model::Field& field) {
    if (!document.text.starts_with("---")) return false;
    return field.source.begin < document.text.find("\n---", 3);
}

bool is_yaml_collection(const model::Document& document, const model::Field& field) {
    const auto value = base::trim(field.value.text);
    if (value.empty() || !is_front_matter(document, field)) return false;
    const bool list = value.front() == '[' && value.back() == ']';
    const bool mapping =
        value.front() == '{' && value.back() == '}' && value.find(':') != std::string_view::npos;
    return list || mapping;
}

/// The class asks for the field. What else a header says may wait; a status has a rule of its own.
bool is_required(const policy::DocumentClass& document_class, const model::Field& field) {
    if (model::matches_label(field.key, document_class.status_fields)) return false;
    return std::any_of(document_class.fields.begin(), document_class.fields.end(),
                       [&](const policy::FieldRule& rule) {
                           return rule.required && model::matches_label(field.key, rule.names);
                       });
}

/// `Filed: [PENDING — at closure]` is another way to write a dash.
bool waits_rightly(const facts::DocumentFacts& document, const model::Field& field) {
    return is_due_later(document, field) && field.value.text.find('{') == std::string::npos;
}

bool is_left_open(const facts::DocumentFacts& document, const model::Field& field) {
    const policy::SignOffFormat& format = document.policy->sign_off;
    if (waits_rightly(document, field)) return false;
    if (model::has_placeholder(field.value, format)) return !is_yaml_collection(*document, field);
    return is_required(*document->document_class, field) && model::is_only_pending(field.value, format);
}

/// Records only: elsewhere a title may speak of `{id}`.
bool has_open_title(const facts::DocumentFacts& document) {
    if (!document->document_class->filing || document->title.empty()) return false;
    const std::string_view written =
        std::string_view(document->text).substr(document->title_source.begin, document->title_source.size());
    if (written.find('`') != std::string_view::npos) return false;
    markdown::Text title;
    title.text = document->title;
    return model::has_placeholder(title, document.policy->sign_off);
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document->document_class->is_template) return;
    if (has_open_title(document))
        report.finding({
            .message = fmt::format("the title \"{}\" still holds a placeholder", document->title),
            .location = document->at(document->title_source),
            .help = "give the document its title",
        });
    for (const model::Field& field : document->header.fields) {
        if (!is_left_open(document, field)) continue;
        report.finding({
            .message = fmt::format("the header field \"{}\" still holds a placeholder: {}",
                                   base::trim(field.key), base::trim(field.value.text)),
            .location = document->at(field.source),
            .help = "put the value in its place; a dash says that a date is still to come",
        });
    }
}

} // namespace docs_lint::rules::header::placeholder
