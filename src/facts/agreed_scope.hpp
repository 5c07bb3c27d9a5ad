#pragma once

#include "facts/corpus.hpp"
#include "facts/spec_order.hpp"

namespace docs_lint::facts {

/// Fills in the scope of an order from its scope items. `read`: the filed notes that an item cites.
void gather_scope(SpecOrder& order, const Corpus& corpus, const ReadPath& read);

/// What is due beside the fix is in its scope; it is none of the fix itself, some commit of which must be in
/// the scope without it.
void widen_scope(SpecOrder& order, const Corpus& corpus);

} // namespace docs_lint::facts
