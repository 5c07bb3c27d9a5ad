#pragma once

#include <functional>
#include <string_view>

namespace docs_lint::base {

/// Bytes that lie somewhere, and that are to be asked for before they are read: whether they are as they were
/// written. Threads may ask at once.
struct CheckedBytes {
    std::string_view view;

    /// Of bytes within `view`. Keeps all of them where they are, and remembers that it ever said no, so that
    /// whoever rests on them can begin anew without them.
    std::function<bool(std::string_view)> are_intact;

    [[nodiscard]] bool is_whole() const { return are_intact(view); }

    /// For bytes that are as they were written and make no sense: remembered in the same way.
    std::function<void()> refuse;
};

} // namespace docs_lint::base
