#pragma once

#include "diagnostics/location.hpp"
#include "policy/policy.hpp"

#include <string>
#include <vector>

namespace docs_lint::facts {

/// Lines that a filing commit changed and that filing does not need.
struct ChangesBeyondFiling {
    std::vector<diagnostics::Location> changed; ///< in the new version
    std::vector<diagnostics::Location> removed; ///< in the old version

    [[nodiscard]] std::size_t count() const { return changed.size() + removed.size(); }
};

/// Filing needs: the header, declared states, the transition log, actions, the change log, gate status lines,
/// ticks in checklists and the items of the last gate. Empty where a version cannot be read.
ChangesBeyondFiling changes_beyond_filing(const std::string& path, const std::string& old_text,
                                          const std::string& new_text,
                                          const policy::DocumentClass& document_class,
                                          const policy::Policy& policy);

} // namespace docs_lint::facts
