#pragma once

#include "facts/corpus.hpp"
#include "records/standing.hpp"

#include <string>

namespace docs_lint::records {

/// The document records the gates of a process and is no template of one.
bool is_record(const facts::DocumentFacts& document);

/// Where a record stands by its own text. Timers run only where the document has a clock. Its events and
/// orders of commits stay empty.
Record standing_of(const facts::DocumentFacts& document);

} // namespace docs_lint::records
