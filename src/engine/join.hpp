#pragma once

#include "diagnostics/diagnostic.hpp"
#include "engine/run.hpp"

#include <vector>

namespace docs_lint::engine {

/// Puts what another result says behind what this one says.
void append(diagnostics::Outcome& all, diagnostics::Outcome more);
void append(std::vector<diagnostics::SuppressedFinding>& all,
            std::vector<diagnostics::SuppressedFinding> more);

/// Adds what every result of several counts for itself: documents judged and filed, findings taken away. What
/// they may have in common (files, governed documents, commits) is the caller's to decide.
void add_counts(Summary& all, const Summary& one);

} // namespace docs_lint::engine
