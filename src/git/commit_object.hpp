#pragma once

/// Private to git/: the bytes of a commit object.

#include "base/result.hpp"
#include "git/commit.hpp"

#include <optional>
#include <string_view>

namespace docs_lint::git {

/// Strict in what decides something (tree, parents, one author, one committer, dates), lenient in the rest.
/// Anything else is an `unverifiable` error that names the commit.
base::Result<Commit> parse_commit(const ObjectId& id, std::string_view bytes);

/// As strict about the same commits.
base::Result<CommitText> parse_commit_text(const ObjectId& id, std::string_view bytes);

/// Takes the signature out as git does; nothing where there is none. Several are an `unverifiable` error.
base::Result<std::optional<SignedCommit>> split_signature(const ObjectId& id, std::string_view bytes);

} // namespace docs_lint::git
