#pragma once

#include <string>
#include <vector>

namespace docs_lint::policy {

/// What the fields of header blocks hold, by their names; names compare without case. A field in none of the
/// lists holds text.
struct HeaderFields {
    std::vector<std::string> versions;   ///< `Version`: the document's own version
    std::vector<std::string> updates;    ///< `Last Updated`: the day of its last change
    std::vector<std::string> dates;      ///< `Created`, `Filed`: other days
    std::vector<std::string> roles;      ///< `Owner`, `Reviewed by`: roles
    std::vector<std::string> severities; ///< `Severity`: labels of a record's tier, in its header or below
    std::vector<std::string> priorities; ///< `Priority`: labels of its priority in the backlog
    std::vector<std::string> types;      ///< `Type`: what kind of item it is, with its priority in brackets
};

} // namespace docs_lint::policy
