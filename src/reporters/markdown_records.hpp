#pragma once

#include "engine/run.hpp"

#include <string>
#include <vector>

namespace docs_lint::reporters {

/// Where records stand, as parts of a Markdown page, each of which can be left out: for each process a table
/// of its records by gates, with at most 300 rows, and a Mermaid diagram of its states with the records that
/// are in each. Empty where there is no record. At most 50,000 characters a diagram, which is what Mermaid
/// draws.
std::vector<std::string> markdown_records(const engine::RunResult& result);

} // namespace docs_lint::reporters
