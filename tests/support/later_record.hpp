#pragma once

#include "support/tidy_repository.hpp"

#include <string>

namespace docs_lint::tests {

/// A record in the fourth state of version 1.1 of the defect process
/// (`fixtures/templates/defect_run_v1.1.md`), with other states and gates than the pack has. It cites the
/// tidy repository's spec commit; `deployment` is its evidence of G4.1.
std::string later_record(const TidyCommits& commits, const std::string& deployment);

} // namespace docs_lint::tests
