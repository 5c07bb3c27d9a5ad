#pragma once

#include "base/result.hpp"
#include "facts/references.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace docs_lint::facts {

/// Paths with the index to look them up in.
struct PathTable {
    explicit PathTable(std::vector<std::string> all) : paths(std::move(all)), index(paths) {}
    std::vector<std::string> paths;
    PathIndex index;
};

/// Which files and folders there were when. Every tree is listed once, and the history is gone through only
/// if something is looked for that is in no tree at hand.
class PathLives {
public:
    PathLives(const git::Repository& repository, const git::CommitGraph& graph)
        : repository_(&repository), graph_(&graph) {}

    /// The files of a commit of the graph.
    base::Result<const PathTable*> at(std::size_t commit);

    /// Whether a file or folder was ever at `path` up to that commit, the commit included.
    base::Result<bool> was_known(const std::string& path, std::size_t commit);

    /// Every path that the history ever held.
    base::Result<const PathTable*> ever();

    /// The first commit of the walk that brings a file to this path, or below it.
    base::Result<std::optional<std::size_t>> birth_of(const std::string& path);

    /// The history before a commit is not all here, and why.
    std::optional<base::Error> gap_before(std::size_t commit) const;

private:
    base::Result<void> read_births();
    [[nodiscard]] std::vector<std::size_t> births_at(const std::string& path) const;

    const git::Repository* repository_;
    const git::CommitGraph* graph_;
    std::unordered_map<git::ObjectId, std::unique_ptr<PathTable>> trees_;
    std::map<std::string, std::vector<std::size_t>> births_;
    std::unique_ptr<PathTable> ever_;
};

} // namespace docs_lint::facts
