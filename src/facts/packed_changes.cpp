#include "facts/packed_changes.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

using Blob = std::optional<git::ObjectId>;

git::ObjectId pack_blob(const Blob& blob) {
    return blob.value_or(git::ObjectId{});
}

Blob unpack_blob(const git::ObjectId& id) {
    return id.is_zero() ? Blob{} : Blob(id);
}

bool lies_within(std::uint64_t first, std::uint64_t count, std::size_t size) {
    return first <= size && count <= size - first;
}

} // namespace

std::string PackedChanges::pack(const std::unordered_map<std::string, std::vector<PathChange>>& changes,
                                std::size_t commits) {
    std::vector<std::string_view> names;
    for (const auto& [path, of_path] : changes) names.push_back(path);
    std::sort(names.begin(), names.end());
    base::Packer paths;
    base::Packer packed;
    base::Packer parents;
    std::string all_names;
    std::uint64_t path_count = 0;
    std::uint64_t change_count = 0;
    std::uint32_t parent_count = 0;
    for (const std::string_view name : names) {
        const std::uint64_t first = change_count;
        for (const PathChange& change : changes.at(std::string(name))) {
            if (change.commit >= commits) break;
            const auto sides = static_cast<std::uint32_t>(change.parents.size());
            packed.add(Packed{pack_blob(change.blob), static_cast<std::uint32_t>(change.commit), sides,
                              parent_count});
            for (const Blob& parent : change.parents) parents.add(pack_blob(parent));
            parent_count += sides;
            ++change_count;
        }
        if (change_count == first) continue;
        paths.add(Path{all_names.size(), name.size(), first, change_count - first});
        all_names += name;
        ++path_count;
    }
    base::Packer packer;
    for (const std::uint64_t size :
         {std::uint64_t{commits}, path_count, change_count, std::uint64_t{parent_count}})
        packer.add(size);
    for (base::Packer* part : {&paths, &packed, &parents}) packer.add_bytes(part->take());
    packer.add_bytes(all_names);
    return packer.take();
}

std::optional<PackedChanges> PackedChanges::open(base::CheckedBytes bytes) {
    base::Unpacker unpacker(bytes.view);
    const auto sizes = unpacker.take_list<std::uint64_t>(4);
    if (!sizes || !bytes.are_intact(sizes->bytes())) return std::nullopt;
    const auto paths = unpacker.take_list<Path>((*sizes)[1]);
    const auto changes = unpacker.take_list<Packed>((*sizes)[2]);
    const auto parents = unpacker.take_list<git::ObjectId>((*sizes)[3]);
    const bool whole =
        paths && changes && parents && bytes.are_intact(paths->bytes()) && bytes.are_intact(unpacker.rest());
    if (!whole) return std::nullopt;
    PackedChanges packed;
    packed.bytes_ = std::move(bytes);
    packed.commits_ = (*sizes)[0];
    packed.paths_ = *paths;
    packed.changes_ = *changes;
    packed.parents_ = *parents;
    packed.names_ = unpacker.rest();
    return packed;
}

std::string_view PackedChanges::name_of(const Path& path) const {
    if (!lies_within(path.name, path.name_size, names_.size())) return {};
    return names_.substr(path.name, path.name_size);
}

std::optional<PathChange> PackedChanges::unpack(const Packed& packed) const {
    if (packed.commit >= commits_ || !lies_within(packed.first_parent, packed.parents, parents_.size()) ||
        !bytes_.are_intact(parents_.bytes(packed.first_parent, packed.parents)))
        return std::nullopt;
    PathChange change{packed.commit, unpack_blob(packed.blob), {}};
    for (std::size_t parent = 0; parent < packed.parents; ++parent)
        change.parents.push_back(unpack_blob(parents_[packed.first_parent + parent]));
    return change;
}

std::vector<PathChange> PackedChanges::unpack(const Path& path) const {
    std::vector<PathChange> found;
    const bool there = lies_within(path.first, path.count, changes_.size()) &&
                       bytes_.are_intact(changes_.bytes(path.first, path.count));
    for (std::size_t at = path.first; there && at < path.first + path.count; ++at) {
        auto change = unpack(changes_[at]);
        if (!change) break;
        found.push_back(std::move(*change));
    }
    if (found.size() != path.count) bytes_.refuse();
    return found;
}

std::vector<PathChange> PackedChanges::of(std::string_view path) const {
    std::size_t low = 0;
    for (std::size_t high = paths_.size(); low < high;) {
        const std::size_t middle = low + (high - low) / 2;
        if (name_of(paths_[middle]) < path)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == paths_.size() || name_of(paths_[low]) != path) return {};
    return unpack(paths_[low]);
}

std::unordered_map<std::string, std::vector<PathChange>> PackedChanges::all() const {
    std::unordered_map<std::string, std::vector<PathChange>> changes;
    for (std::size_t at = 0; at < paths_.size(); ++at) {
        const Path path = paths_[at];
        changes.emplace(name_of(path), unpack(path));
    }
    return changes;
}

} // namespace docs_lint::facts
