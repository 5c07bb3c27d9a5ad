#pragma once

#include "model/block_tree.hpp"
#include "model/document.hpp"

#include <vector>

namespace docs_lint::model {

/// The fields outside the header that say again what the header says, in the order of the document. The
/// document's header must have been read. Prose, code and quotations below the first section hold none.
std::vector<StrayField> read_stray_fields(const BlockTree& tree, const Document& document,
                                          const policy::Policy& policy);

} // namespace docs_lint::model
