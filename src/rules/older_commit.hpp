#pragma once

#include "facts/companions.hpp"
#include "rules/rule.hpp"

#include <vector>

namespace docs_lint::rules {

/// None of them was made for the record.
bool are_all_older(const std::vector<facts::CompanionCommit>& commits);

/// That a commit which an item cites for its change is older than the record: `commit ... was made on ...,
/// before the record's first validation of ...`.
Finding older_commit(const facts::Citation& citation, const facts::ItemFacts& item,
                     const facts::DocumentFacts& document);

} // namespace docs_lint::rules
