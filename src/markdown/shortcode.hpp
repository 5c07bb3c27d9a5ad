#pragma once

#include <cstddef>
#include <string_view>

namespace docs_lint::markdown {

/// What forges show in the place of `:name:`, for those names that say yes, no or wait.
struct Shortcode {
    std::string_view text; ///< `❌` for `:x:`
    std::size_t size = 0;  ///< of the spelling; 0: there is none
};

Shortcode shortcode_at(std::string_view text);

} // namespace docs_lint::markdown
