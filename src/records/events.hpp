#pragma once

#include "facts/corpus.hpp"
#include "facts/history.hpp"
#include "facts/path_history.hpp"
#include "records/standing.hpp"

namespace docs_lint::records {

/// Adds what commits did to the record: its versions are gone through in the order of the history, and each
/// sign-off, transition and filing belongs to the commit that first shows it. A version that cannot be read,
/// or a history that is not all here, is said in `history_gap`.
void add_events(Record& record, const facts::DocumentFacts& document, facts::PathHistory& paths);

/// Adds the commits of spec and fix that the record cites, as events and in pairs.
void add_orders(Record& record, const facts::DocumentFacts& document, const facts::History& history);

} // namespace docs_lint::records
