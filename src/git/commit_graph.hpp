#pragma once

#include "base/result.hpp"
#include "git/commit.hpp"
#include "git/repository.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace docs_lint::git {

/// An answer that may be out of reach.
enum class Answer { no, yes, unknown };

/// A commit in the graph, with its parents as indices into the same graph.
struct GraphCommit {
    Commit commit;
    std::vector<std::size_t> parents; ///< those that were read; see `truncated`
    bool truncated = false; ///< a parent cannot be read: shallow boundary, missing or malformed object
    base::Error gap = {};   ///< where truncated: which parent, and why
};

/// Every commit that can be reached from some tips, read once, by following parents only: dates, commit-graph
/// files, grafts and replacements play no part. Commits stand parents before children; among commits that are
/// not related the order is that of a depth-first walk from the tips, first parents first, so it is the same
/// in every run.
class CommitGraph {
public:
    /// Reads all ancestors of `tips`, the tips included. A tip that cannot be read is an error; a missing
    /// parent marks its child `truncated`.
    static base::Result<CommitGraph> read(const Repository& repository, const std::vector<ObjectId>& tips);

    [[nodiscard]] const std::vector<GraphCommit>& commits() const { return commits_; }

    [[nodiscard]] std::optional<std::size_t> find(const ObjectId& id) const;

    /// Some commit's history is not all here.
    [[nodiscard]] bool truncated() const { return truncated_; }

    /// Where truncated: the first parent that cannot be read, and why.
    [[nodiscard]] const base::Error& gap() const { return gap_; }

    /// `ancestor` can be reached from `descendant` by parents; a commit is its own ancestor. `unknown` where
    /// it was not found and the way back from `descendant` is truncated.
    [[nodiscard]] Answer is_ancestor(std::size_t ancestor, std::size_t descendant) const;

    /// The commits reachable from `included` and from none of `excluded` (indices, parents before children).
    [[nodiscard]] std::vector<std::size_t> range(const std::vector<std::size_t>& included,
                                                 const std::vector<std::size_t>& excluded) const;

    /// All commits whose name begins with these hexadecimal digits (lower case).
    [[nodiscard]] std::vector<std::size_t> find_prefix(const std::string& prefix) const;

private:
    [[nodiscard]] std::vector<bool> reachable_from(const std::vector<std::size_t>& tips) const;

    std::vector<GraphCommit> commits_;
    std::unordered_map<ObjectId, std::size_t> index_;
    std::vector<ObjectId> sorted_; ///< for prefix search
    bool truncated_ = false;
    base::Error gap_;
};

} // namespace docs_lint::git
