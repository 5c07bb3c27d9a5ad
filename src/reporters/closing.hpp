#pragma once

#include "engine/run.hpp"
#include "reporters/options.hpp"

#include <string>

namespace docs_lint::reporters {

/// A line for each rule that was broken: how often, and which.
std::string statistics_text(const diagnostics::Outcome& outcome);

/// What stands behind all findings in a format for people: the statistics where they are asked for, and the
/// verdict with what was looked at, unless the format is to be quiet.
std::string closing_text(const engine::RunResult& result, const Options& options);

} // namespace docs_lint::reporters
