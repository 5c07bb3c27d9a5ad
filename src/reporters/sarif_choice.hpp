#pragma once

#include "engine/run.hpp"

#include <cstddef>
#include <vector>

namespace docs_lint::reporters {

/// Code scanning keeps no more of one run; which ones is ours to say.
inline constexpr std::size_t kMostSarifResults = 5000;

/// What becomes a result of SARIF, best first: errors, what could not be verified, warnings, the rest, and in
/// the end what was suppressed.
struct SarifChoice {
    std::vector<const diagnostics::Diagnostic*> errors;
    std::vector<const diagnostics::Unverified*> unverified;
    std::vector<const diagnostics::Diagnostic*> others;
    std::vector<const diagnostics::SuppressedFinding*> suppressed;
    std::size_t left_out = 0;
};

/// It points into the result.
SarifChoice choose_for_sarif(const engine::RunResult& result);

} // namespace docs_lint::reporters
