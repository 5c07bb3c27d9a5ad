#pragma once

#include "facts/corpus.hpp"

#include <optional>
#include <vector>

namespace docs_lint::facts {

/// A row of a record's state transition log that leads to a state of its process.
struct LogRow {
    const model::Transition* row = nullptr;
    std::optional<std::size_t> from; ///< rank; nothing for the opening of the record, or a state nobody knows
    std::size_t to = 0;              ///< rank
};

/// The log, oldest row first, whichever way the record keeps it.
struct TransitionLog {
    std::vector<LogRow> rows;
    bool newest_first = false; ///< as written
};

/// Its direction follows from the dates of its ends; where they do not say, from which row continues the
/// other. Rows that lead to no state of the process belong to another table with the same columns and are
/// left out.
TransitionLog transition_log(const DocumentFacts& document);

/// The state that follows from the gates: the furthest one all of whose gates before it are signed off, as a
/// rank.
std::size_t derived_state(const DocumentFacts& document);

/// The newest row of the log that leads back to an earlier state; nothing where none does.
std::optional<LogRow> last_way_back(const DocumentFacts& document);

/// The item's validation is surely older than that row.
bool is_from_before(const LogRow& way_back, const ItemFacts& item);

/// The state in which the record is: `derived_state`, but after a way back only gates count that were signed
/// anew.
std::size_t present_state(const DocumentFacts& document);

} // namespace docs_lint::facts
