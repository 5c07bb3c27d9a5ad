#pragma once

#include "facts/corpus.hpp"
#include "records/standing.hpp"

#include <vector>

namespace docs_lint::records {

/// Who has to do what before the record can leave the state that its sign-offs have brought it to, in the
/// order of the items of that gate: give the evidence, confirm, validate, and at last record the transition.
/// Empty for a record that is done. `record` has its states, gates, actions and timer already.
std::vector<Step> next_steps(const facts::DocumentFacts& document, const Record& record);

} // namespace docs_lint::records
