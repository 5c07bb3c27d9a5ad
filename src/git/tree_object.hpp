#pragma once

/// Private to git/: the bytes of a tree object.

#include "base/result.hpp"
#include "git/entry.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::git {

/// One line of a tree, in its own folder.
struct TreeEntry {
    std::string name;
    Mode mode = Mode::file;
    ObjectId id;

    /// What git sorts by: a folder's name ends in `/`.
    [[nodiscard]] std::string key() const { return mode == Mode::tree ? name + '/' : name; }
};

/// A tree that is out of order, has a name twice or one that no checkout could hold is an `unverifiable`
/// error: two readers could see two different trees in it.
base::Result<std::vector<TreeEntry>> parse_tree(const ObjectId& id, std::string_view bytes);

} // namespace docs_lint::git
