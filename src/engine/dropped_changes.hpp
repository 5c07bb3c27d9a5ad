#pragma once

#include "facts/filed_records.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <span>

namespace docs_lint::engine {

/// Notes in each comparison of a merge with one of its parents which of that parent's changes the merge
/// leaves out: it holds another parent's version of the path, and since the two parted this one's was
/// changed. `of_merge` is one comparison for each parent. What cannot be read is left as it is.
void note_dropped_changes(const git::Repository& repository, const git::CommitGraph& graph,
                          std::span<facts::Comparison> of_merge);

} // namespace docs_lint::engine
