#pragma once

#include "base/result.hpp"
#include "base/time_budget.hpp"
#include "engine/history_index.hpp"
#include "facts/path_history.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace docs_lint::engine {

/// What a run asks of the history behind some commits, read when it is first asked for and once: the commit
/// graph, and what single paths held in it.
class Walks {
public:
    /// When what comes from an index is checked: page by page as it is read, so that `met_damage` has to be
    /// asked before anything counts that rests on it, or all of it before any is used.
    enum class Check { as_read, at_once };

    /// `repository` must outlive it. Where there is an index, walks begin where an earlier run's ended. A
    /// walk for which the time is too short is an error of kind `unverifiable`.
    Walks(const git::Repository& repository, std::optional<HistoryIndex> index, base::TimeBudget time,
          Check check)
        : repository_(repository), index_(std::move(index)), time_(std::move(time)), check_(check) {}

    /// `PathHistory::graph` is the graph of all ancestors of these commits. It lives as long as this object.
    base::Result<facts::PathHistory*> behind(std::vector<git::ObjectId> tips);

    /// Keeps in the index what later runs can save; where it met damage, it takes away what is damaged.
    void keep() const;

    /// The index was damaged where it was read, and answers that rest on it are void.
    [[nodiscard]] bool met_damage() const;

private:
    struct Walk {
        Walk(const git::Repository& repository, git::CommitGraph read, HistoryIndex::Found found)
            : known(std::move(found)), graph(std::move(read)), paths(repository, graph, known.changes) {}
        HistoryIndex::Found known;
        git::CommitGraph graph;
        facts::PathHistory paths;
    };

    [[nodiscard]] base::Result<git::CommitGraph> read(const std::vector<git::ObjectId>& tips,
                                                      HistoryIndex::Found& found) const;

    const git::Repository& repository_;
    std::optional<HistoryIndex> index_;
    base::TimeBudget time_;
    Check check_;
    std::map<std::vector<git::ObjectId>, std::unique_ptr<Walk>> known_;
};

} // namespace docs_lint::engine
