#pragma once

/// Private to source/: reading one file of the disk without following a link on the way.

#include "base/result.hpp"

#include <cstddef>
#include <string>

namespace docs_lint::source {

/// Reads the regular file at `path` (with `/` between folders) below `root`. A link in any place of the path,
/// a file that is no regular one, and one that is larger than `limit` are `unverifiable` errors that name it.
base::Result<std::string> read_disk_file(const std::string& root, const std::string& path, std::size_t limit);

} // namespace docs_lint::source
