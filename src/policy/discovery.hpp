#pragma once

#include <string>
#include <vector>

namespace docs_lint::policy {

/// Words by which documents of nobody's class are recognised when a configuration is proposed. They judge
/// nothing.
struct Discovery {
    std::vector<std::string> owner_fields;    ///< fields that hold a role: `Owner`
    std::vector<std::string> status_fields;   ///< fields that hold a status: `Status`
    std::vector<std::string> filing_statuses; ///< statuses after which nothing changes: `Filed`
    std::vector<std::string>
        filing_date_fields; ///< fields whose date says that nothing changes: `Date filed`
};

} // namespace docs_lint::policy
