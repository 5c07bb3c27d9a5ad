#pragma once

#include "base/checked_bytes.hpp"
#include "base/date.hpp"
#include "base/packed.hpp"
#include "git/commit.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::git {

class CommitGraph;

/// The first commits of a graph as bytes, for this machine, read where they lie and checked before. All of it
/// follows from the commits' ids and never becomes wrong; that every commit is what its id says is not
/// checked. Such a graph is complete: no parent is missing. What is damaged reads as zeros and as no parents,
/// and the bytes remember that it was met: nothing that was answered then may be believed.
class PackedGraph {
public:
    /// None of the first `commits` may be truncated.
    static std::string pack(const CommitGraph& graph, std::size_t commits);

    /// Nothing for bytes that are no such graph. They lie at an address that can be divided by eight.
    static std::optional<PackedGraph> open(base::CheckedBytes bytes);

    /// No commits.
    PackedGraph() = default;

    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    [[nodiscard]] ObjectId id(std::size_t commit) const { return read(ids_, commit); }
    [[nodiscard]] ObjectId tree(std::size_t commit) const { return read(trees_, commit); }
    [[nodiscard]] Commit commit(std::size_t commit) const;

    /// Before the commit itself, all of them.
    [[nodiscard]] std::span<const std::uint32_t> parents(std::size_t commit) const;

    /// The place of the `rank`th commit in the order of the ids.
    [[nodiscard]] std::size_t in_order_of_ids(std::size_t rank) const;

private:
    struct Times {
        std::int64_t authored_at = 0;
        std::int64_t committed_at = 0;
        std::int32_t authored_offset = 0;
        std::int32_t committed_offset = 0;
    };

    template <typename Value>
    [[nodiscard]] Value read(const base::PackedList<Value>& list, std::size_t at) const {
        return bytes_.are_intact(list.bytes(at, 1)) ? list[at] : Value{};
    }

    base::CheckedBytes bytes_;
    base::PackedList<Times> times_;
    std::span<const std::uint32_t> parents_;
    base::PackedList<std::uint32_t> parents_end_; ///< of each commit, among the parents
    base::PackedList<std::uint32_t> by_id_;
    base::PackedList<ObjectId> ids_;
    base::PackedList<ObjectId> trees_;
};

} // namespace docs_lint::git
