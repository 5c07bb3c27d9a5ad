#include "policy/read_sections.hpp"

namespace docs_lint::policy {

Discovery read_discovery(const Setting& section, ReadContext& context) {
    Discovery discovery;
    Problems& problems = context.problems;
    if (!expect_keys(section, section, {},
                     {"owner-fields", "status-fields", "filing-statuses", "filing-date-fields"}, problems))
        return discovery;
    read(section, "owner-fields", discovery.owner_fields, problems);
    read(section, "status-fields", discovery.status_fields, problems);
    read(section, "filing-statuses", discovery.filing_statuses, problems);
    read(section, "filing-date-fields", discovery.filing_date_fields, problems);
    return discovery;
}

} // namespace docs_lint::policy
