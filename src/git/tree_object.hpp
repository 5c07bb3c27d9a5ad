#pragma once

/// Private to git/: the bytes of a tree object.

#include "base/result.hpp"
#include "git/entry.hpp"

#include <string_view>
#include <vector>

namespace docs_lint::git {

/// One line of a tree, in its own folder. The name stands in the bytes that were parsed.
struct TreeEntry {
    std::string_view name;
    Mode mode = Mode::none;
    ObjectId id;
};

/// git's order, in which a folder's name ends in `/`: negative, zero or positive as `left` comes before
/// `right`, has the same place, or comes behind it.
int compare_order(const TreeEntry& left, const TreeEntry& right);

/// A tree that is out of order, has a name twice or one that no checkout could hold is an `unverifiable`
/// error: two readers could see two different trees in it. `bytes` must outlive the entries.
base::Result<std::vector<TreeEntry>> parse_tree(const ObjectId& id, std::string_view bytes);

} // namespace docs_lint::git
