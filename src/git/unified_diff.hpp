#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace docs_lint::git {

/// What turns one text of a file into another, as `git diff` prints it and `git apply` takes it; empty where
/// they are equal. Needs no repository. Names with special characters are quoted as git quotes them; the
/// lines of the texts are as they are.
base::Result<std::string> unified_diff(const std::string& path, std::string_view before,
                                       std::string_view after);

/// How many lines of the first text that difference takes out or replaces.
base::Result<std::size_t> lines_taken_out(std::string_view before, std::string_view after);

} // namespace docs_lint::git
