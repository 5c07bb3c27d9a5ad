#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace docs_lint::reporters {

/// Code points of a text that are shown; the rest is cut, and a mark says so.
inline constexpr std::size_t kMostOfAText = 600;

/// Text of documents as code of GitHub's Markdown, for paragraphs, headings and cells of tables alike: it
/// stays on its line, holds no `|`, and becomes no markup, link, mention, reference or emoji. What cannot be
/// seen is shown as an escape.
std::string markdown_code(std::string_view text);

/// The same as prose: words as they are, and as code whatever GitHub might read as more than a word.
std::string markdown_prose(std::string_view text);

} // namespace docs_lint::reporters
