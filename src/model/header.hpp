#pragma once

#include "model/block_tree.hpp"
#include "model/field.hpp"
#include "policy/document_class.hpp"

#include <string_view>

namespace docs_lint::model {

/// The header block. It is looked for no further than `read_filing_mark` looks: up to the first heading below
/// the title.
Header read_header(const BlockTree& tree, std::string_view text, const policy::DocumentClass& document_class);

/// A name of a field that the class knows.
bool is_field_of(std::string_view key, const policy::DocumentClass& document_class);

} // namespace docs_lint::model
