#pragma once

#include "support/defect_record.hpp"
#include "support/git_repository.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::tests {

inline constexpr const char* kFeature =
    "docs/product/phase_gates/FEAT-009-Rücksendung & Etiketten — Teil 1-phase-gate.md";
inline constexpr const char* kDecisions = "docs/product/decisions/FEAT-009-Rücksendung & Etiketten.md";
inline constexpr const char* kScope = "docs/product/scope/scope--FEAT-009-Rücksendung & Etiketten.md";
inline constexpr const char* kLessons = "docs/product/lessons_learnt/FEAT-009-lessons.md";
inline constexpr std::size_t kFeatureStates = 8;

/// A feature on its way through the eight states, with the documents that its gates ask for. As it is made it
/// passes every rule; a test changes what it is about and plays it.
struct FeatureStory {
    std::size_t reached = 0;               ///< rank of the state at which it stands
    std::vector<SignedItem> items;         ///< `@DECISIONS@` and the like stand for commits
    std::string decisions, scope, lessons; ///< empty: never committed
    bool contract_apart = false;           ///< contract and description in two commits

    explicit FeatureStory(std::size_t rank);
    SignedItem& item(std::string_view id);
    void remove_item(std::string_view id);

    /// Plays it up to its state, a commit for each step, at its time.
    void play(const GitRepository& repository) const;

    /// The record at that rank; its commits still to be filled in.
    [[nodiscard]] std::string record(std::size_t rank, bool filed = false) const;
};

} // namespace docs_lint::tests
