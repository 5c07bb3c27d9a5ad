#pragma once

#include "support/git_repository.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace docs_lint::tests {

/// The same history stored in other ways: packed, bare, with a commit-graph, borrowing its objects, checked
/// out in a linked work tree, with line ends converted on checkout. Each holds the commits of `heads` and
/// whatever leads to them. Calls `use` with the name of each and the folder to run docs-lint in; not at all
/// where DOCS_LINT_STORED_ONCE is set, for those who ask about faults that have nothing to do with it.
void for_each_variant(const GitRepository& repository, const std::vector<std::string>& heads,
                      const std::function<void(const std::string&, const std::filesystem::path&)>& use);

} // namespace docs_lint::tests
