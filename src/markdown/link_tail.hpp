#pragma once

#include <cstddef>
#include <string_view>

namespace docs_lint::markdown {

/// Where a link ends whose text ends in the `]` in front of `at`: behind its destination or label, read
/// exactly as cmark-gfm does. The caller knows that there is a link.
std::size_t end_of_link(std::string_view content, std::size_t at);

} // namespace docs_lint::markdown
