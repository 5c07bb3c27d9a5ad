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

/// An entry of the baseline, as a finding about it shows it.
struct BaselineMention {
    std::string rule;
    std::string path;
    std::string message;
    diagnostics::Location location; ///< in the baseline
};

/// What this run has to say about the baseline.
struct BaselineUse {
    std::string path;                     ///< of the file
    std::vector<BaselineMention> stale;   ///< their findings are gone
    std::vector<BaselineMention> grown;   ///< the checked change adds them
    std::vector<BaselineMention> refused; ///< their rules may not be suppressed
    std::string judged_by;                ///< where the entries that count come from
    bool first = false;                   ///< the checked change brings the first baseline
    std::string unreadable;               ///< why the one that the checked change leaves cannot be read
};

/// How suppressions and the baseline were used.
struct SuppressionUses {
    std::vector<SuppressionUse> uses;
    BaselineUse baseline;
};

} // namespace docs_lint::facts
