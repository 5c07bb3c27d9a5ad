#pragma once

#include "markdown/ast.hpp"
#include "markdown/source_lines.hpp"

#include <cmark-gfm.h>
#include <string_view>
#include <vector>

namespace docs_lint::markdown {

/// What a reader sees of a leaf block, line by line, and the links in it (their `block` is left 0).
struct InlineText {
    std::vector<Text> lines;
    std::vector<Link> links;
};

/// Reads the inline nodes below `leaf`, which cmark-gfm made of `lines`. It follows the nodes through the
/// lines byte by byte; where they disagree (they never should), every position of the block becomes the whole
/// `block`.
InlineText read_inlines(cmark_node* leaf, const std::vector<MappedLine>& lines, base::Span block,
                        cmark_mem* memory);

} // namespace docs_lint::markdown
