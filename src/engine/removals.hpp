#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "policy/policy.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace docs_lint::engine {

/// What the index takes away from HEAD: files that are deleted, renamed or no files any more, and folders
/// that go with them.
class Removals {
public:
    /// Reads HEAD's tree only where something disappears.
    static base::Result<Removals> read(const Place& place, const policy::Policy& policy);

    [[nodiscard]] bool empty() const { return !is_missed_; }

    /// The document may miss them: it writes the name of one as a path or link does, or it records an item
    /// that needs one, such as its lessons record or the backlog.
    [[nodiscard]] bool may_be_missed_by(const std::string& path, const policy::DocumentClass& document_class,
                                        std::string_view text) const {
        return !empty() && is_missed_(path, document_class, text);
    }

private:
    std::function<bool(const std::string&, const policy::DocumentClass&, std::string_view)>
        is_missed_; ///< null where nothing disappears
};

} // namespace docs_lint::engine
