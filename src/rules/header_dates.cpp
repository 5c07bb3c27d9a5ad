#include "rules/header_dates.hpp"

#include "base/utf8.hpp"
#include "model/filing_words.hpp"
#include "model/text_tools.hpp"

namespace docs_lint::rules {
namespace {

bool is_filing_date(const policy::DocumentClass& document_class, const model::Field& field) {
    return document_class.filing && model::matches_label(field.key, document_class.filing->date_fields);
}

} // namespace

std::vector<const model::Field*> date_fields_of(const facts::DocumentFacts& document) {
    const policy::HeaderFields& known = document.policy->header_fields;
    std::vector<const model::Field*> fields;
    for (const model::Field& field : document->header.fields) {
        const bool holds_date = model::matches_label(field.key, known.dates) ||
                                model::matches_label(field.key, known.updates) ||
                                is_filing_date(*document->document_class, field);
        if (holds_date) fields.push_back(&field);
    }
    return fields;
}

bool is_due_later(const facts::DocumentFacts& document, const model::Field& field) {
    return is_filing_date(*document->document_class, field) && !document.filing.filed &&
           model::defers_filing(base::fold_look_alikes(field.value.text));
}

bool gives_day_in_vain(const facts::DocumentFacts& document, const model::Field& field) {
    return is_filing_date(*document->document_class, field) && !document.filing.filed &&
           model::gives_day(base::fold_look_alikes(field.value.text));
}

} // namespace docs_lint::rules
