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
    std::size_t label = 0; ///< which of those that were asked for
    DeclarationPlace place = DeclarationPlace::line;
    bool in_heading = false;    ///< or in the first row of a table of two columns: it may be a mere name
    bool in_column = false;     ///< below its label
    bool among_tickets = false; ///< the heading above says that it tells of tickets, servers or the like
};

enum class Headings { left_out, read };

/// Every value under one of these labels: header fields, rows of two-column tables, columns of a table with
/// one row, lines of fenced blocks and of paragraphs, and headings where they are asked for. Empty values,
/// block quotes, and tables under a heading about limits or other items are left out.
std::vector<LabelledValue> read_labelled_values(const BlockTree& tree, const Header& header,
                                                const std::vector<std::string>& labels,
                                                Headings headings = Headings::left_out);

} // namespace docs_lint::model
