#pragma once

#include "facts/corpus.hpp"
#include "facts/path_history.hpp"
#include "facts/spec_order.hpp"

#include <cstddef>
#include <vector>

namespace docs_lint::facts {

/// Judges how each fix came to the line of what is checked (`head`, in the graph of `paths`): by a merge into
/// a line that had taken the spec back by then, or as the copy of a commit that was made without the spec.
void judge_landings(std::vector<SpecOrder>& orders, const Corpus& corpus, PathHistory& paths,
                    std::size_t head);

} // namespace docs_lint::facts
