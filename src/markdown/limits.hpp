#pragma once

#include "base/result.hpp"
#include "markdown/parse.hpp"
#include "markdown/source_lines.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace docs_lint::markdown {

base::Error past_limit(std::string_view what, std::size_t line, std::size_t limit);

/// What must hold before cmark-gfm may see the text: bounded nesting and reference definitions. Linear.
std::optional<base::Error> find_past_limit(const SourceLines& lines, const Limits& limits);

} // namespace docs_lint::markdown
