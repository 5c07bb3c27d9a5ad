#pragma once

#include "base/result.hpp"
#include "git/repository.hpp"
#include "source/source_tree.hpp"

#include <optional>
#include <set>
#include <string>

namespace docs_lint::engine {

/// How the index differs from HEAD.
struct Staged {
    std::set<std::string> paths; ///< what the index holds and HEAD not, or not so
    bool removed = false;        ///< the index lacks something that HEAD holds

    [[nodiscard]] bool empty() const { return paths.empty() && !removed; }
};

/// `head`: nothing on an unborn branch, where all that is in the index is staged.
base::Result<Staged> find_staged(const git::Repository& repository, const std::optional<git::Commit>& head,
                                 const source::SourceTree& index);

} // namespace docs_lint::engine
