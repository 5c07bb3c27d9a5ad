#pragma once

#include "base/span.hpp"
#include "facts/corpus.hpp"
#include "facts/severity.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace docs_lint::facts {

/// The time that a record spent in a state, by its transition log. A date without a time of day counts in
/// favour of the record: it entered at the end of that day, and left at its beginning.
struct Stay {
    std::size_t state = 0;                     ///< rank in the process
    std::chrono::seconds entered;              ///< since 1970-01-01 UTC
    std::optional<std::chrono::seconds> ended; ///< left, or the clock; nothing: no clock may be asked
    base::Span entered_at;                     ///< the row of the log
    base::Span left_at;                        ///< empty: not left yet

    [[nodiscard]] bool is_over() const { return !left_at.empty(); }
};

/// Every stay whose beginning has a time, oldest first. A filed record stays in its last state for good, and
/// that is no stay.
std::vector<Stay> stays_of(const DocumentFacts& document);

/// The longest stay in a state that a record's severity allows; nothing where either has no limit.
struct StayLimit {
    const policy::SeverityTier* tier = nullptr;
    std::chrono::minutes longest{};
    base::Span severity_at;
};
std::optional<StayLimit> stay_limit(const DocumentFacts& document, std::size_t state);

} // namespace docs_lint::facts
