#pragma once

/// Private to git/: the variables that git hands to its hooks.

#include "git/libgit2.hpp"

#include <optional>
#include <string>

namespace docs_lint::git {

std::optional<std::string> variable(const char* name);

/// libgit2 refuses to read the environment at all when it names the work tree or the common folder.
bool library_refuses_environment();

/// Does by hand what libgit2 would have done with the variables of an opened repository: work tree, index
/// file, object folders. A common folder other than the repository's own is a failure.
base::Result<void> apply_environment(git_repository& repository);

} // namespace docs_lint::git
