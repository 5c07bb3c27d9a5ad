#pragma once

#include "base/result.hpp"
#include "facts/path_history.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace docs_lint::engine {

/// What a run asks of the history behind some commits, read when it is first asked for and once: the commit
/// graph, and what single paths held in it.
class Walks {
public:
    /// `repository` must outlive it.
    explicit Walks(const git::Repository& repository) : repository_(repository) {}

    /// `PathHistory::graph` is the graph of all ancestors of these commits. It lives as long as this object.
    base::Result<facts::PathHistory*> behind(std::vector<git::ObjectId> tips);

private:
    struct Walk {
        Walk(const git::Repository& repository, git::CommitGraph read)
            : graph(std::move(read)), paths(repository, graph) {}
        git::CommitGraph graph;
        facts::PathHistory paths;
    };

    const git::Repository& repository_;
    std::map<std::vector<git::ObjectId>, std::unique_ptr<Walk>> known_;
};

} // namespace docs_lint::engine
