#pragma once

#include "git/object_id.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace docs_lint::facts {

/// A commit that gives a path another content than all of its parents. Only a plain file is content.
struct PathChange {
    std::size_t commit = 0;                            ///< in the graph
    std::optional<git::ObjectId> blob;                 ///< nothing: it is gone
    std::vector<std::optional<git::ObjectId>> parents; ///< what they hold, one each
};

} // namespace docs_lint::facts
