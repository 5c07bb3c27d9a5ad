#pragma once

#include "facts/companions.hpp"

#include <vector>

namespace docs_lint::facts {

/// What a record has to show for its expected values.
struct ExpectedValues {
    const DocumentFacts* document = nullptr;
    const policy::Companions* rule = nullptr;
    const ItemFacts* decision_item = nullptr; ///< never null
    const ItemFacts* commit_item = nullptr;   ///< null where the document does not hold it
    bool due = false;                         ///< see `are_values_due`
    bool has_calculation = false;             ///< one of the two items shows it
    std::vector<CompanionCommit> commits;     ///< those that resolve
    bool all_resolve = true;
    std::vector<UndeclaredChange> undeclared; ///< where nothing is due
};

/// Whether the item that decides asks for new values: it says yes, or gives a calculation and nothing waives
/// it.
bool are_values_due(const ItemFacts& decision, const DocumentFacts& document);

std::vector<ExpectedValues> gather_expected_values(const Corpus& corpus,
                                                   const std::vector<DocumentCitations>& citations,
                                                   const std::vector<SpecOrder>& orders,
                                                   const git::Repository& repository,
                                                   const git::CommitGraph& graph);

} // namespace docs_lint::facts
