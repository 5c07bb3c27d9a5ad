#pragma once

#include "base/result.hpp"
#include "diagnostics/diagnostic.hpp"

#include <optional>

namespace docs_lint::cli {

/// What docs-lint ends with. Everywhere, also in hooks.
enum class ExitCode : int {
    clean = 0,
    findings = 1,
    failure = 2,      ///< usage, configuration, or a failure of the machine
    unverifiable = 3, ///< something could not be read or known: not a pass
};

/// The least severity that makes a run fail; nothing: no finding does.
using FailOn = std::optional<diagnostics::Severity>;

/// Findings win over what could not be verified.
ExitCode exit_code_of(const diagnostics::Outcome& outcome, FailOn fail_on);

ExitCode exit_code_of(const base::Error& error);

/// A failure before findings before what could not be verified.
ExitCode worst(ExitCode left, ExitCode right);

} // namespace docs_lint::cli
