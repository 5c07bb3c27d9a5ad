#pragma once

#include "base/result.hpp"
#include "git/commit.hpp"
#include "git/packed_graph.hpp"
#include "git/repository.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace docs_lint::git {

/// An answer that may be out of reach.
enum class Answer { no, yes, unknown };

/// A commit in the graph, with its parents as indices into the same graph, which it must not outlive.
struct GraphCommit {
    Commit commit;
    std::span<const std::uint32_t> parents; ///< those that were read; see `truncated`
    bool truncated = false; ///< a parent cannot be read: shallow boundary, missing or malformed object
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

    /// The same, where the history of a commit behind the tips is known: its commits keep their places and
    /// are not read again. The order is that of a graph that is read from nothing wherever a walk from the
    /// first tip by first parents meets the last commit of `known`.
    static base::Result<CommitGraph> read(const Repository& repository, const std::vector<ObjectId>& tips,
                                          PackedGraph known);

    [[nodiscard]] std::size_t size() const { return known_.size() + read_.size(); }
    [[nodiscard]] GraphCommit commit(std::size_t index) const;
    [[nodiscard]] std::span<const std::uint32_t> parents(std::size_t index) const;
    [[nodiscard]] ObjectId tree(std::size_t index) const;

    /// All indices, by the commits' ids.
    [[nodiscard]] std::vector<std::size_t> in_order_of_ids() const;

    [[nodiscard]] std::optional<std::size_t> find(const ObjectId& id) const;

    /// Some commit's history is not all here.
    [[nodiscard]] bool truncated() const { return truncated_; }

    /// Where truncated: the first parent that cannot be read, and why.
    [[nodiscard]] const base::Error& gap() const { return gap_; }

    /// Which parent of a truncated commit cannot be read, and why.
    [[nodiscard]] const base::Error& gap_of(const GraphCommit& commit) const;

    /// `ancestor` can be reached from `descendant` by parents; a commit is its own ancestor. `unknown` where
    /// it was not found and the way back from `descendant` is truncated.
    [[nodiscard]] Answer is_ancestor(std::size_t ancestor, std::size_t descendant) const;

    /// The commits reachable from `included` and from none of `excluded` (indices, parents before children).
    [[nodiscard]] std::vector<std::size_t> range(const std::vector<std::size_t>& included,
                                                 const std::vector<std::size_t>& excluded) const;

    /// All commits whose name begins with these hexadecimal digits (lower case).
    [[nodiscard]] std::vector<std::size_t> find_prefix(const std::string& prefix) const;

private:
    friend class CommitGraphReader;

    struct Read {
        Commit commit;
        std::vector<std::uint32_t> parents;
        bool truncated = false;
    };

    [[nodiscard]] ObjectId id(std::size_t index) const;
    [[nodiscard]] bool is_truncated(std::size_t index) const;
    [[nodiscard]] std::size_t first_known_not_below(const ObjectId& id) const;
    [[nodiscard]] std::vector<std::uint32_t>::const_iterator first_read_not_below(const ObjectId& id) const;
    [[nodiscard]] std::vector<bool> reachable_from(const std::vector<std::size_t>& tips) const;

    PackedGraph known_;      ///< comes first
    std::vector<Read> read_; ///< comes behind it
    std::vector<std::uint32_t> read_by_id_;
    std::unordered_map<ObjectId, base::Error> gaps_; ///< of the truncated commits
    bool truncated_ = false;
    base::Error gap_;
};

} // namespace docs_lint::git
