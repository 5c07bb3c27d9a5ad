#pragma once

#include "engine/judge.hpp"
#include "engine/place.hpp"
#include "engine/request.hpp"

#include <cstdint>
#include <functional>

namespace docs_lint::engine {

/// Until when (seconds since 1970-01-01 UTC) nothing that the machine's clock shows changes what the audit
/// said; 0 where that is not known, where its result may not be kept, and where something could not be
/// verified. With
/// `--as-of` it never does. Without, everything is judged again as if it were a day later: what was due is
/// not taken back, so that two moments with the same verdict have none other between them.
std::int64_t same_until(const Request& request, const Place& place, facts::Corpus& corpus,
                        const Verdict& verdict, const std::function<Verdict()>& judge_again);

} // namespace docs_lint::engine
