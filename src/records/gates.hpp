#pragma once

#include "facts/corpus.hpp"
#include "records/standing.hpp"

#include <vector>

namespace docs_lint::records {

/// Every gate of a record with its items: those of its process in their order, then those that only the
/// record knows. An item that the process asks for and the record lacks is among them.
std::vector<Gate> gates_of(const facts::DocumentFacts& document);

} // namespace docs_lint::records
