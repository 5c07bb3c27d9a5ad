#pragma once

#include "engine/place.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <optional>

namespace docs_lint::engine {

/// How many paths of governed documents stand otherwise after a range is merged, or after a push, than in the
/// base. Nothing for other modes, and where a tree cannot be read: what the run judges says that for itself.
std::optional<std::size_t> count_changed_documents(const Place& place, const policy::Policy& policy);

} // namespace docs_lint::engine
