#pragma once

#include "facts/corpus.hpp"

#include <string>
#include <vector>

namespace docs_lint::rules {

/// The document's class keeps change logs, so that its log is judged where there is one.
bool keeps_change_log(const facts::DocumentFacts& document);

/// Rows that count: those that are still to come are left out.
std::vector<const model::ChangeLogRow*> rows_that_count(const facts::DocumentFacts& document);

/// A row that counts stands at that place of the text.
bool counts_as_row(const facts::DocumentFacts& document, base::Span source);

/// The row of the highest version; of two with the same version the later dated one; null where no row that
/// counts has a version. Position plays no part: logs are kept newest first and oldest first.
const model::ChangeLogRow* newest_row(const facts::DocumentFacts& document);

/// The header field that holds the document's version; null where there is none.
const model::Field* version_field(const facts::DocumentFacts& document);

} // namespace docs_lint::rules
