#pragma once

#include "model/block_tree.hpp"
#include "model/record.hpp"
#include "policy/process.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

std::vector<Section> read_sections(const BlockTree& tree, std::string_view text);

/// The title of the nearest heading above each block, in lower case without marks; by block index.
std::vector<std::string> headings_above(const BlockTree& tree);

} // namespace docs_lint::model
