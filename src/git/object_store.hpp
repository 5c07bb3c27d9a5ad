#pragma once

/// Private to git/: reading raw objects, and what to say where they are not here.

#include "git/open_repository.hpp"

#include <string_view>

namespace docs_lint::git {

/// `code` is what a libgit2 call returned that needed the object (or, with an all-zero id, objects around
/// `what`).
base::Error unreadable(const OpenRepository& open, int code, const std::string& what);

/// Reads a whole object, which must be of that type.
base::Result<OdbObjectHandle> read_object(const OpenRepository& open, const ObjectId& id, git_object_t type);

/// The bytes of an object that was read.
std::string_view bytes_of(const git_odb_object& object);

} // namespace docs_lint::git
