#include "git/packed_graph.hpp"

#include "git/commit_graph.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::git {
namespace {

/// Read as it lies: the machine and the alignment are those of the writer.
std::optional<std::span<const std::uint32_t>> take_numbers(base::Unpacker& unpacker, std::size_t count) {
    if (count > unpacker.rest().size() / sizeof(std::uint32_t)) return std::nullopt;
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

std::optional<PackedGraph> PackedGraph::open(base::CheckedBytes bytes) {
    base::Unpacker unpacker(bytes.view);
    const auto sizes = unpacker.take_list<std::uint64_t>(2);
    if (!sizes || !bytes.are_intact(sizes->bytes())) return std::nullopt;
    const std::uint64_t count = (*sizes)[0];
    const auto times = unpacker.take_list<Times>(count);
    const auto parents = take_numbers(unpacker, (*sizes)[1]);
    const auto ends = unpacker.take_list<std::uint32_t>(count);
    const auto by_id = unpacker.take_list<std::uint32_t>(count);
    const auto ids = unpacker.take_list<ObjectId>(count);
    const auto trees = unpacker.take_list<ObjectId>(count);
    const bool there = times && parents && ends && by_id && ids && trees && unpacker.rest().empty();
    if (!there) return std::nullopt;
    PackedGraph graph;
    graph.bytes_ = std::move(bytes);
    graph.times_ = *times;
    graph.parents_ = *parents;
    graph.parents_end_ = *ends;
    graph.by_id_ = *by_id;
    graph.ids_ = *ids;
    graph.trees_ = *trees;
    return graph;
}

Commit PackedGraph::commit(std::size_t commit) const {
    const Times times = read(times_, commit);
    Commit one{id(commit),
               tree(commit),
               {},
               {times.authored_at, times.authored_offset},
               {times.committed_at, times.committed_offset}};
    for (const std::uint32_t parent : parents(commit)) one.parents.push_back(id(parent));
    return one;
}

std::span<const std::uint32_t> PackedGraph::parents(std::size_t commit) const {
    const std::uint32_t begin = commit == 0 ? 0 : read(parents_end_, commit - 1);
    const std::uint32_t end = read(parents_end_, commit);
    const bool within = begin <= end && end <= parents_.size();
    const auto found = within ? parents_.subspan(begin, end - begin) : std::span<const std::uint32_t>{};
    const std::string_view held(reinterpret_cast<const char*>(found.data()), found.size_bytes());
    const auto stands_before = [commit](std::uint32_t parent) { return parent < commit; };
    if (within && bytes_.are_intact(held) && std::all_of(found.begin(), found.end(), stands_before))
        return found;
    bytes_.refuse();
    return {};
}

std::size_t PackedGraph::in_order_of_ids(std::size_t rank) const {
    const std::size_t commit = read(by_id_, rank);
    if (commit < size()) return commit;
    bytes_.refuse();
    return 0;
}

} // namespace docs_lint::git
