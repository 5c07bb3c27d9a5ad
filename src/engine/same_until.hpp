#pragma once

#include "engine/judge.hpp"
#include "engine/place.hpp"
#include "engine/request.hpp"
#include "engine/snapshot.hpp"

#include <cstdint>

namespace docs_lint::engine {

/// Until when (seconds since 1970-01-01 UTC) nothing that the machine's clock shows changes what an audit
/// said; 0 where that is not known. With `--as-of` it never does. Without, all rules that look at one
/// document alone, which are those that see the clock, judge again as if it were a day later: what was due is
/// not taken back, so that two moments with the same findings have none other between them. The documents'
/// clock is left changed.
std::int64_t same_until(const Request& request, const Place& place, Snapshot& snapshot,
                        const RulesInForce& in_force);

} // namespace docs_lint::engine
