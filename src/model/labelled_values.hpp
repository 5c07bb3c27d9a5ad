#pragma once

#include "model/block_tree.hpp"
#include "model/field.hpp"
#include "model/record.hpp"

#include <string>
#include <vector>

namespace docs_lint::model {

/// What stands behind a label, wherever a record declares such things.
struct LabelledValue {
    markdown::Text value;
    DeclarationPlace place = DeclarationPlace::line;
    bool in_heading_row = false; ///< of a table of two columns: it may be the other column's name
};

/// Every value under one of these labels: header fields, rows of two-column tables, columns of a table with
/// one row, lines of fenced blocks and of paragraphs. Empty values, block quotes, and tables under a heading
/// about limits or other items are left out.
std::vector<LabelledValue> read_labelled_values(const BlockTree& tree, const Header& header,
                                                const std::vector<std::string>& labels);

} // namespace docs_lint::model
