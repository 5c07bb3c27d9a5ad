#pragma once

#include "base/date.hpp"
#include "base/version.hpp"

#include <cstddef>
#include <string>
#include <variant>

namespace docs_lint::policy {

/// The first digits of a commit's name, 7 to 40 of them, in lower case.
struct CommitPrefix {
    std::string digits;
};

/// From when on a rule judges; what is older is judged by the rules of its time. A date is the start of that
/// day in UTC; a version is that of the process which a record follows; a commit is the first one that the
/// rule was in force for.
struct EffectiveFrom {
    std::variant<base::Date, base::Version, CommitPrefix> since;
    std::string text;   ///< as written
    std::string origin; ///< file that says so
    std::size_t line = 0;
    std::size_t column = 0;
};

} // namespace docs_lint::policy
