#pragma once

#include "model/block_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// What a link may name behind `#`: the slug of each heading as GitHub makes it (`a--b` for "A & B", `-1` for
/// the second of a kind), and every `id` and `name` of an HTML tag. Sorted, as `anchor_key` gives them.
std::vector<std::string> read_anchors(const BlockTree& tree, std::string_view text);

/// For comparing anchors: case, variation selectors and hyphens at the ends apart, which readers and tools
/// take differently.
std::string anchor_key(std::string_view anchor);

} // namespace docs_lint::model
