#pragma once

#include <string>
#include <string_view>

namespace docs_lint::reporters {

/// Text for HTML and SVG, between tags and in quoted attributes: what a reader cannot see is written out, and
/// no character of it is markup.
std::string html_text(std::string_view text);

/// An `id` and link target for any text: plain ASCII, and the same text gives the same. `prefix` keeps kinds
/// apart.
std::string html_anchor(std::string_view prefix, std::string_view text);

} // namespace docs_lint::reporters
