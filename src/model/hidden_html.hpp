#pragma once

#include "base/span.hpp"
#include "model/block_tree.hpp"

#include <string_view>
#include <vector>

namespace docs_lint::model {

/// The parts of a document that HTML around them strikes out or hides: between the blocks that open and close
/// it, or to the end where nothing does. In the order of the text.
std::vector<base::Span> hidden_parts(const BlockTree& tree, std::string_view text);

/// What a reader sees of a block of HTML, line by line: tags and comments are blanks. Nothing where a part of
/// it is hidden or struck out.
std::vector<markdown::Text> visible_lines(const markdown::Block& html);

bool lies_in_any(const std::vector<base::Span>& parts, base::Span span);

/// HTML stands in the lines that hold `span`, line breaks and comments apart: it may strike out or hide what
/// they say.
bool has_html_around(std::string_view text, base::Span span);

/// HTML that strikes out or hides opens in the lines that hold `span`. `visible` is what a reader sees there:
/// a tag that stands in it is shown, and hides nothing.
bool is_hidden_by_html(std::string_view text, base::Span span, std::string_view visible);

} // namespace docs_lint::model
