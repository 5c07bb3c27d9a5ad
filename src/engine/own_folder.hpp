#pragma once

#include <cstddef>
#include <string>

namespace docs_lint::engine {

/// A file or a folder, no link, that nobody but the user can write to.
bool is_own(const std::string& path);

/// Makes it, and folders above it where they are missing; false where it is not the user's own.
bool make_own_folder(const std::string& folder);

/// Leaves so many of the files in a folder, those that were written last.
void drop_oldest(const std::string& folder, std::size_t most);

} // namespace docs_lint::engine
