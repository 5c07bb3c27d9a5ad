#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace docs_lint::cli {

/// Whether a path that is not on disk may be meant: of a document that a commit or the index holds.
enum class MissingPath { refuse, allow };

/// What the user calls `given` from inside `folder`, as paths from the root of the repository around `folder`
/// (`folder` itself where there is no repository). Empty where one of them is the root: everything is meant.
/// Links are followed to the place where a path stands, but a path that is itself a link is that link, as in
/// git.
base::Result<std::vector<std::string>> repository_paths(const std::vector<std::string>& given,
                                                        const std::filesystem::path& folder,
                                                        MissingPath missing);

} // namespace docs_lint::cli
