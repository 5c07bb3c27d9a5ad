#pragma once

#include "facts/corpus.hpp"

#include <vector>

namespace docs_lint::rules {

/// The header's fields that hold dates: those that the policy names, and those whose date files a document of
/// the class. In the order of the document.
std::vector<const model::Field*> date_fields_of(const facts::DocumentFacts& document);

/// The date of the field is due at filing, and the document is not filed.
bool is_due_later(const facts::DocumentFacts& document, const model::Field& field);

/// The field holds the day of filing, and the document is not filed by it, for the words beside it.
bool gives_day_in_vain(const facts::DocumentFacts& document, const model::Field& field);

} // namespace docs_lint::rules
