#pragma once

#include "base/date.hpp"
#include "base/packed.hpp"
#include "git/commit.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::git {

class CommitGraph;

/// The first commits of a graph as bytes, for this machine, read where they lie. All of it follows from the
/// commits' ids and never becomes wrong; that every commit is what its id says is not checked. Such a graph
/// is complete: no parent is missing.
class PackedGraph {
public:
    /// None of the first `commits` may be truncated.
    static std::string pack(const CommitGraph& graph, std::size_t commits);

    /// Nothing for bytes that are no such graph. `owner` keeps them where they are, at an address that can be
    /// divided by eight.
    static std::optional<PackedGraph> open(std::string_view bytes, std::shared_ptr<const void> owner);

    /// No commits.
    PackedGraph() = default;

    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    [[nodiscard]] ObjectId id(std::size_t commit) const { return ids_[commit]; }
    [[nodiscard]] ObjectId tree(std::size_t commit) const { return trees_[commit]; }
    [[nodiscard]] Commit commit(std::size_t commit) const;
    [[nodiscard]] std::span<const std::uint32_t> parents(std::size_t commit) const;

    /// The place of the `rank`th commit in the order of the ids.
    [[nodiscard]] std::size_t in_order_of_ids(std::size_t rank) const { return by_id_[rank]; }

private:
    struct Times {
        std::int64_t authored_at = 0;
        std::int64_t committed_at = 0;
        std::int32_t authored_offset = 0;
        std::int32_t committed_offset = 0;
    };

    [[nodiscard]] bool is_whole() const;

    std::shared_ptr<const void> owner_;
    base::PackedList<Times> times_;
    std::span<const std::uint32_t> parents_;
    std::span<const std::uint32_t> parents_end_; ///< of each commit, among the parents
    std::span<const std::uint32_t> by_id_;
    base::PackedList<ObjectId> ids_;
    base::PackedList<ObjectId> trees_;
};

} // namespace docs_lint::git
