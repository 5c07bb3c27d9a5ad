#pragma once

#include "base/checked_bytes.hpp"
#include "base/packed.hpp"
#include "facts/path_change.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace docs_lint::facts {

/// What the first commits of a graph gave to each path, as bytes for this machine, read where they lie and
/// checked before. Of the paths only those that are asked for are read. What is damaged is left out, and the
/// bytes remember that it was met: nothing that was answered then may be believed.
class PackedChanges {
public:
    /// Those of the first `commits`; what later ones changed is left out.
    static std::string pack(const std::unordered_map<std::string, std::vector<PathChange>>& changes,
                            std::size_t commits);

    /// Nothing for bytes that are no such changes.
    static std::optional<PackedChanges> open(base::CheckedBytes bytes);

    /// How many commits of the graph they are about.
    [[nodiscard]] std::size_t commits() const { return commits_; }

    /// As `PathHistory::changes_of` gives them.
    [[nodiscard]] std::vector<PathChange> of(std::string_view path) const;

    /// Those of every path.
    [[nodiscard]] std::unordered_map<std::string, std::vector<PathChange>> all() const;

private:
    struct Path {
        std::uint64_t name = 0; ///< where it begins among the names
        std::uint64_t name_size = 0;
        std::uint64_t first = 0; ///< of its changes
        std::uint64_t count = 0;
    };
    struct Packed {
        git::ObjectId blob; ///< zeros: it is gone
        std::uint32_t commit = 0;
        std::uint32_t parents = 0;
        std::uint32_t first_parent = 0; ///< among the blobs of parents
    };

    PackedChanges() = default;

    /// Empty for one that does not lie within the names; no path is.
    [[nodiscard]] std::string_view name_of(const Path& path) const;
    [[nodiscard]] std::vector<PathChange> unpack(const Path& path) const;
    [[nodiscard]] std::optional<PathChange> unpack(const Packed& packed) const;

    base::CheckedBytes bytes_;
    std::size_t commits_ = 0;
    base::PackedList<Path> paths_; ///< in the order of their names
    base::PackedList<Packed> changes_;
    base::PackedList<git::ObjectId> parents_;
    std::string_view names_;
};

} // namespace docs_lint::facts
