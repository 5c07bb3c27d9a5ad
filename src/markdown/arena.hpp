#pragma once

#include <cmark-gfm.h>

namespace docs_lint::markdown {

/// All memory that cmark-gfm asks for on this thread while the scope lives; the scope's end takes everything
/// back at once, so nothing of cmark-gfm's needs to be freed. Scopes do not nest.
class ArenaScope {
public:
    ArenaScope() = default;
    ~ArenaScope();
    ArenaScope(const ArenaScope&) = delete;
    ArenaScope& operator=(const ArenaScope&) = delete;

    [[nodiscard]] cmark_mem* memory() const;
};

} // namespace docs_lint::markdown
