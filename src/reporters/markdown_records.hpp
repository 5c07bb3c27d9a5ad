#pragma once

#include "engine/run.hpp"

#include <string>

namespace docs_lint::reporters {

/// Where records stand, as sections of a Markdown page: for each process a table of its records by gates, and
/// a Mermaid diagram of its states with the records that are in each. Empty where there is no record. At most
/// 50,000 characters a diagram, which is what Mermaid draws.
std::string markdown_records(const engine::RunResult& result);

} // namespace docs_lint::reporters
