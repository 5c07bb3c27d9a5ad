#pragma once

#include "base/date.hpp"
#include "diagnostics/location.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// A suppression of the configuration or of a comment, and what it took away in this run.
struct SuppressionUse {
    std::vector<std::string> rules;
    diagnostics::Location location;
    std::size_t used = 0; ///< findings that it took away
    std::optional<base::Date> until;
    bool expired = false; ///< its last day is over
    bool judged = false;  ///< this run would have shown what it is for: its document and rules were judged
};

struct SuppressionUses {
    std::vector<SuppressionUse> uses;
};

} // namespace docs_lint::facts
