#pragma once

#include "support/process.hpp"

namespace docs_lint::tests {

/// Runs docs-lint in a folder as the built program would, environment included, but within this process:
/// under sanitizers a program takes longer to start than most runs take. Linked to docs_lint_cli. What is
/// about the process itself (signals, real streams, its limits) is for `run_docs_lint`.
ProcessResult run_docs_lint_here(std::vector<std::string> arguments, const std::filesystem::path& folder);

} // namespace docs_lint::tests
