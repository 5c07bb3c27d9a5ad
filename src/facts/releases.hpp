#pragma once

#include "base/result.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"
#include "policy/expression.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// A release as its number says it, without zeros at its end, so that `1.8` and `1.8.0` are the same.
using ReleaseNumber = std::vector<unsigned>;

/// The first number in a text: of `v1.8`, `Release 1.8.0`, `release-2`. Nothing for a date.
std::optional<ReleaseNumber> release_number(std::string_view text);

/// A tag that marks a release.
struct ReleaseTag {
    std::string name; ///< `v1.8`
    ReleaseNumber number;
    git::ObjectId commit;
    std::optional<std::size_t> graph_index;  ///< nothing: it lies outside the checked history
    std::optional<base::Error> problem = {}; ///< why its commit is not known
};

/// The tags whose names match any of the patterns, those of the checked history first and in its order.
base::Result<std::vector<ReleaseTag>> read_release_tags(const git::Repository& repository,
                                                        const git::CommitGraph& graph,
                                                        const std::vector<policy::Expression>& patterns);

} // namespace docs_lint::facts
