#include "git/packed_graph.hpp"

#include "git/commit_graph.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::git {
namespace {

/// Read as it lies: the machine and the alignment are those of the writer.
std::optional<std::span<const std::uint32_t>> take_numbers(base::Unpacker& unpacker, std::size_t count) {
    const auto bytes = unpacker.take_bytes(count * sizeof(std::uint32_t));
    if (!bytes || reinterpret_cast<std::uintptr_t>(bytes->data()) % alignof(std::uint32_t) != 0)
        return std::nullopt;
    return std::span(reinterpret_cast<const std::uint32_t*>(bytes->data()), count);
}

std::uint32_t narrow(std::size_t number) {
    return static_cast<std::uint32_t>(number);
}

} // namespace

std::string PackedGraph::pack(const CommitGraph& graph, std::size_t commits) {
    base::Packer packer;
    base::Packer parents;
    base::Packer ends;
    base::Packer ids;
    base::Packer trees;
    std::uint64_t parent_count = 0;
    for (std::size_t at = 0; at < commits; ++at) parent_count += graph.parents(at).size();
    packer.add(std::uint64_t{commits});
    packer.add(parent_count);
    std::uint32_t end = 0;
    for (std::size_t at = 0; at < commits; ++at) {
        const Commit commit = graph.commit(at).commit;
        packer.add(Times{commit.authored_at.seconds, commit.committed_at.seconds,
                         commit.authored_at.offset_minutes, commit.committed_at.offset_minutes});
        for (const std::uint32_t parent : graph.parents(at)) parents.add(parent);
        ends.add(end += narrow(graph.parents(at).size()));
        ids.add(commit.id);
        trees.add(commit.tree);
    }
    packer.add_bytes(parents.take());
    packer.add_bytes(ends.take());
    for (const std::size_t at : graph.in_order_of_ids())
        if (at < commits) packer.add(narrow(at));
    packer.add_bytes(ids.take());
    packer.add_bytes(trees.take());
    return packer.take();
}

std::optional<PackedGraph> PackedGraph::open(std::string_view bytes, std::shared_ptr<const void> owner) {
    base::Unpacker unpacker(bytes);
    const auto count = unpacker.take<std::uint64_t>();
    const auto parent_count = unpacker.take<std::uint64_t>();
    if (!count || !parent_count || *count > bytes.size() || *parent_count > bytes.size()) return std::nullopt;
    const auto times = unpacker.take_list<Times>(*count);
    const auto parents = take_numbers(unpacker, *parent_count);
    const auto ends = take_numbers(unpacker, *count);
    const auto by_id = take_numbers(unpacker, *count);
    const auto ids = unpacker.take_list<ObjectId>(*count);
    const auto trees = unpacker.take_list<ObjectId>(*count);
    const bool there = times && parents && ends && by_id && ids && trees && unpacker.rest().empty();
    if (!there) return std::nullopt;
    PackedGraph graph;
    graph.owner_ = std::move(owner);
    graph.times_ = *times;
    graph.parents_ = *parents;
    graph.parents_end_ = *ends;
    graph.by_id_ = *by_id;
    graph.ids_ = *ids;
    graph.trees_ = *trees;
    return graph.is_whole() ? std::optional(std::move(graph)) : std::nullopt;
}

/// Nothing leads out of it, and parents stand before their children.
bool PackedGraph::is_whole() const {
    std::uint32_t begin = 0;
    for (std::size_t at = 0; at < size(); ++at) {
        const std::uint32_t end = parents_end_[at];
        if (by_id_[at] >= size() || end < begin || end > parents_.size()) return false;
        for (; begin < end; ++begin)
            if (parents_[begin] >= at) return false;
    }
    return begin == parents_.size();
}

Commit PackedGraph::commit(std::size_t commit) const {
    const Times times = times_[commit];
    Commit one{ids_[commit],
               trees_[commit],
               {},
               {times.authored_at, times.authored_offset},
               {times.committed_at, times.committed_offset}};
    for (const std::uint32_t parent : parents(commit)) one.parents.push_back(ids_[parent]);
    return one;
}

std::span<const std::uint32_t> PackedGraph::parents(std::size_t commit) const {
    const std::uint32_t begin = commit == 0 ? 0 : parents_end_[commit - 1];
    return parents_.subspan(begin, parents_end_[commit] - begin);
}

} // namespace docs_lint::git
