#pragma once

#include "facts/citations.hpp"
#include "facts/gate_standing.hpp"
#include "git/commit_graph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// A commit of a fix, and when the record said that the gate which opens the work on it had passed.
struct WorkOrder {
    const DocumentFacts* document = nullptr;
    const policy::ProcessGate* gate = nullptr; ///< that opens the state in which the fix is made
    const Citation* fix = nullptr;
    std::string fix_commit; ///< full id: the cited commit, or one that the cited merge brought in
    std::optional<base::Instant> fix_authored_at;
    GateStanding at_fix = GateStanding::absent; ///< in the fix commit itself or its first parent
    /// Where `at_fix` is not `passed`: the commit that first has the record with the gate passed, if there is
    /// one. It comes after the fix, or stands on another line of history (`parallel`).
    std::string passed_in;
    bool parallel = false;
    std::optional<base::Instant> passed_at; ///< the clock of `passed_in`'s committer
    std::optional<base::Error> unknown;     ///< the history does not show it, and why
};

/// One for each resolved citation of a fix, and of a merge's commits the first that was made too early, else
/// the first. Records are looked for under their present path, and those
/// from which they were moved unchanged.
/// Source: delivery process, fix scope state: the gate passes before implementation begins.
std::vector<WorkOrder> gather_work_orders(const Corpus& corpus,
                                          const std::vector<DocumentCitations>& citations,
                                          const git::Repository& repository, const git::CommitGraph& graph);

} // namespace docs_lint::facts
