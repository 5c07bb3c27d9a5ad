#pragma once

#include <string>
#include <vector>

namespace docs_lint::facts {

/// What one commit of the run changes, as far as an own rule asks for it.
struct CommitChanges {
    std::string commit; ///< full id; empty: staged
    std::string subject;
    /// Against its first parent, or everything for a root; of a merge only what no parent has like that.
    std::vector<std::string> changed;
    std::vector<std::string> brought_in; ///< of a merge: what one parent has like that and another has not
};

} // namespace docs_lint::facts
