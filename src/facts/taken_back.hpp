#pragma once

#include "facts/spec_order.hpp"

#include <cstddef>

namespace docs_lint::facts {

/// In a commit, a specification that the spec's commit rewrote says what it said before that. Of the specs
/// that the record cites one is enough; of others, which may have been swept along, all.
bool is_update_taken_back(const SpecOrder& order, const Citation& spec, std::size_t commit,
                          const policy::Policy& policy, const git::Repository& repository,
                          const git::CommitGraph& graph);

} // namespace docs_lint::facts
