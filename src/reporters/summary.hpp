#pragma once

#include "engine/run.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::reporters {

struct Counts {
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::size_t information = 0;
    std::size_t unverified = 0;
    std::size_t documents = 0; ///< that have findings
};

Counts count(const diagnostics::Outcome& outcome);

/// The result in one line: `docs-lint: 3 errors, 1 warning in 2 documents`; and without its first word.
std::string verdict(const engine::RunResult& result);
std::string verdict_alone(const engine::RunResult& result);

/// What was looked at, as pairs of label and text: scope, judged, policy, notes, hints. Safe for a terminal.
std::vector<std::pair<std::string, std::string>> account(const engine::RunResult& result);

/// Each rule with its number of findings, the most frequent first.
std::vector<std::pair<std::string, std::size_t>> frequencies(const diagnostics::Outcome& outcome);

} // namespace docs_lint::reporters
