#pragma once

#include "facts/corpus.hpp"
#include "facts/path_history.hpp"
#include "facts/spec_order.hpp"

#include <vector>

namespace docs_lint::facts {

/// Fills in the scope of an order from its scope items. `read`: the filed notes that an item cites.
void gather_scope(SpecOrder& order, const Corpus& corpus, const ReadPath& read);

/// What is due beside the fix is in its scope; it is none of the fix itself, some commit of which must be in
/// the scope without it.
void widen_scope(SpecOrder& order, const Corpus& corpus);

/// A filed note counts as it was in the commit that recorded the sign-off of the item which cites it: gathers
/// the scopes anew where it says something else now. `read`: of the snapshot, for what is not committed.
void keep_agreed_scopes(std::vector<SpecOrder>& orders, const Corpus& corpus, PathHistory& paths,
                        const ReadPath& read);

} // namespace docs_lint::facts
