#pragma once

#include "git/repository.hpp"
#include "policy/policy.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// What a commit changes against its first parent, or against nothing for a first commit; nothing if it
/// cannot be read.
std::optional<std::vector<std::string>> changed_paths_of(const git::Repository& repository,
                                                         const git::Commit& commit);

/// The paths that a commit gives other words than its first parent, not only other blanks or another mode,
/// and that are there afterwards; nothing if a version cannot be read. Only `wanted` paths are looked at.
std::optional<std::vector<std::string>>
rewritten_paths_of(const git::Repository& repository, const git::Commit& commit,
                   const std::function<bool(const std::string&)>& wanted);

/// The canonical specifications that a commit says something else in than its first parent, as a reader sees
/// them, and that are there and in force afterwards: one that only moved does not count. Nothing if a version
/// cannot be read.
std::optional<std::vector<std::string>> rewritten_specifications_of(const git::Repository& repository,
                                                                    const git::Commit& commit,
                                                                    const policy::Policy& policy);

/// A path of a class of canonical specifications.
bool is_specification(const std::string& path, const policy::Policy& policy);

/// A reader of the document sees the same words in both blobs, outside its header and its change log; nothing
/// if one cannot be read.
std::optional<bool> says_the_same(const git::Repository& repository, const git::ObjectId& left,
                                  const git::ObjectId& right, const std::string& path,
                                  const policy::Policy& policy);

} // namespace docs_lint::facts
