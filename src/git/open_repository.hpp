#pragma once

/// Private to git/: what stands behind a `Repository`.

#include "git/libgit2.hpp"
#include "git/repository.hpp"
#include "git/tree_cache.hpp"

#include <string>

namespace docs_lint::git {

struct OpenRepository {
    RepositoryHandle repository;
    OdbHandle odb; ///< the repository's own, made unable to write
    Condition condition;
    TreeCache trees;
};

struct Repository::State : OpenRepository {};

/// Finds the folder at or above `path` that holds `.git` or is a bare repository, by looking only; nothing
/// where there is none.
base::Result<std::optional<std::string>> find_repository(const std::string& path);

/// The working tree in which a bare repository lies; nothing for any other repository, and for one that lies
/// in a `.git` folder, where no commit can put it.
std::optional<std::string> surrounding_work_tree(const std::string& repository);

/// Opens exactly the repository that `find_repository` or the environment names.
base::Result<RepositoryHandle> open_handle(const std::string& path, const OpenOptions& options);

/// Refuses object formats and reference formats that libgit2 would misread.
base::Result<void> require_supported_format(git_repository& repository);

/// The error is of kind `failure`: the references cannot be read.
base::Result<Condition> read_condition(git_repository& repository);

/// Takes the object store and sees to it that libgit2 keeps what a merge makes in memory and trusts no
/// commit-graph.
base::Result<OdbHandle> take_read_only_store(git_repository& repository);

} // namespace docs_lint::git
