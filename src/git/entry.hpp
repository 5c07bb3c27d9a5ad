#pragma once

#include "git/object_id.hpp"

#include <cstdint>
#include <string>

namespace docs_lint::git {

/// git's file modes, as they stand in trees and in the index.
enum class Mode : std::uint32_t {
    none = 0, ///< there is no entry
    tree = 0040000,
    file = 0100644,
    executable = 0100755,
    link = 0120000,
    submodule = 0160000,
};

/// A file with content of its own, neither a link nor a submodule.
constexpr bool is_regular(Mode mode) {
    return mode == Mode::file || mode == Mode::executable;
}

/// A file-like entry of a tree or of the index, by its whole path from the root (bytes, `/` between folders).
struct Entry {
    std::string path;
    Mode mode = Mode::file;
    ObjectId id;

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// What became of one path between two trees. `Mode::none` on the old side: added; on the new side: deleted.
/// There are no renames here: a rename is a deletion and an addition with the same id.
struct Change {
    std::string path;
    Mode old_mode = Mode::none;
    ObjectId old_id;
    Mode new_mode = Mode::none;
    ObjectId new_id;

    friend bool operator==(const Change&, const Change&) = default;
};

} // namespace docs_lint::git
