#pragma once

#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <cstddef>
#include <optional>
#include <unordered_map>

namespace docs_lint::facts {

/// Finds the commit of the checked history under which a lost commit's patch landed, after a rebase (the same
/// patch) or a squash (the patch of all commits from the merge base to the lost one). It rests on git's
/// stable patch id, so it finds nothing where the landed text differs in more than blanks or line numbers.
/// Patch ids of the history are computed once, when the first lost commit asks.
class LandedPatches {
public:
    LandedPatches(const git::Repository& repository, const git::CommitGraph& graph)
        : repository_(&repository), graph_(&graph) {}

    /// Index in the graph; nothing where no commit carries the patch, or where it cannot be computed.
    std::optional<std::size_t> find(const git::ObjectId& lost);

private:
    void read_history();
    [[nodiscard]] std::optional<std::size_t> find_patch(const base::Result<git::ObjectId>& patch) const;

    const git::Repository* repository_;
    const git::CommitGraph* graph_;
    bool read_ = false;
    std::unordered_map<git::ObjectId, std::size_t> by_patch_;
};

} // namespace docs_lint::facts
