#pragma once

/// Private to git/: what an index in memory holds.

#include "git/entry.hpp"
#include "git/libgit2.hpp"

#include <string>
#include <vector>

namespace docs_lint::git {

struct IndexContent {
    std::vector<Entry> entries;         ///< settled, by path in byte order
    std::vector<std::string> conflicts; ///< paths, in byte order
};

base::Result<IndexContent> read_entries(git_index& index);

} // namespace docs_lint::git
