#pragma once

#include <string>
#include <string_view>

namespace docs_lint::reporters {

/// Text for one cell of a Markdown table, or within a paragraph: no character of it is markup, and it stays
/// on one line.
std::string escape_markdown(std::string_view text);

} // namespace docs_lint::reporters
