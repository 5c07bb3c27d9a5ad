#pragma once

#include "markdown/text.hpp"
#include "model/evidence.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// A path as it was found in a line, with the part of the line's text that it takes, section and version
/// included.
struct FoundPath {
    PathMention mention;
    base::Span in_text;
};

/// Every path in a line: in backticks, or bare with a known ending or several folders.
std::vector<FoundPath> find_paths(const markdown::Text& line);

/// Every glob in a line, in backticks: `src/board/*.py`.
std::vector<PathMention> find_path_patterns(const markdown::Text& line);

/// The byte that is written as `%20` at `at`, in `kPercentEscape` bytes; nothing where none is.
constexpr std::size_t kPercentEscape = 3;
std::optional<char> percent_escape_at(std::string_view text, std::size_t at);

/// The path that a link leads to; nothing for another scheme, for mail, and for an anchor of its own
/// document.
std::optional<PathMention> path_of_destination(std::string_view destination, base::Span source);

/// As `path_of_destination`, and for an anchor of its own document the anchor without a path.
std::optional<PathMention> target_of_link(std::string_view destination, base::Span source);

/// The version that stands at the end of a link's text, or right behind the link; `label` is its text.
void read_version_of_link(const markdown::Text& line, base::Span label, PathMention& mention);

/// A cell of a table read as one path, blanks in it included, if it can be one.
std::optional<PathMention> whole_path(const markdown::Text& cell);

} // namespace docs_lint::model
