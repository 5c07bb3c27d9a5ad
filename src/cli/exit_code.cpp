#include "cli/exit_code.hpp"

#include <algorithm>

namespace docs_lint::cli {
namespace {

int rank(ExitCode code) {
    switch (code) {
    case ExitCode::clean:
        return 0;
    case ExitCode::unverifiable:
        return 1;
    case ExitCode::findings:
        return 2;
    case ExitCode::failure:
        break;
    }
    return 3;
}

} // namespace

ExitCode exit_code_of(const diagnostics::Outcome& outcome, FailOn fail_on) {
    const bool found =
        fail_on && std::any_of(outcome.findings.begin(), outcome.findings.end(),
                               [&](const auto& finding) { return finding.severity >= *fail_on; });
    if (found) return ExitCode::findings;
    return outcome.unverified.empty() ? ExitCode::clean : ExitCode::unverifiable;
}

ExitCode exit_code_of(const base::Error& error) {
    return error.kind == base::ErrorKind::unverifiable ? ExitCode::unverifiable : ExitCode::failure;
}

ExitCode worst(ExitCode left, ExitCode right) {
    return rank(left) < rank(right) ? right : left;
}

} // namespace docs_lint::cli
