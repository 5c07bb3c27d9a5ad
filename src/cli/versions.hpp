#pragma once

#include <string>
#include <utility>
#include <vector>

namespace docs_lint::cli {

/// The program and the libraries that say which version they are, in the order of how much verdicts hang on
/// them. RE2 does not say it.
std::vector<std::pair<std::string, std::string>> versions();

/// `0.1.0`
std::string own_version();

/// `docs-lint 0.1.0 (libgit2 1.5.1, ...)`
std::string version_line();

} // namespace docs_lint::cli
