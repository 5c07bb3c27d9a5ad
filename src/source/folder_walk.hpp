#pragma once

/// Private to source/: what lies on the disk.

#include "source/source_tree.hpp"

namespace docs_lint::source {

/// Every file, link and submodule below `start`, a path below `root` (empty: all), by path from `root` in
/// byte order. With a repository, `root` is its work tree, and what is ignored and not tracked is left out,
/// as are other repositories inside it. No link is followed.
base::Result<std::vector<File>> walk_folder(const git::Repository* repository, const std::string& root,
                                            const std::string& start);

} // namespace docs_lint::source
