#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>

namespace docs_lint::base {

/// The bytes of a file that a person named or that the program wrote: whatever can be read to its end, a pipe
/// too. A failure for what is not there, a folder, what may not be read, and what goes on past `limit` bytes;
/// its message names the path and the reason. Documents are read by `source`, which follows no links.
Result<std::string> read_file(const std::string& path, std::size_t limit);

} // namespace docs_lint::base
