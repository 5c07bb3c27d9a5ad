#pragma once

#include "facts/citations.hpp"
#include "rules/rule.hpp"

namespace docs_lint::rules {

/// That a commit which an item cites for its change is older than the record: `commit ... was made on ...,
/// before the record's first validation of ...`.
Finding older_commit(const facts::Citation& citation, const facts::ItemFacts& item,
                     const facts::DocumentFacts& document);

} // namespace docs_lint::rules
