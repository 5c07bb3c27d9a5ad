#pragma once

#include "facts/corpus.hpp"
#include "policy/process.hpp"

#include <string_view>

namespace docs_lint::facts {

/// The item's evidence states that what it asks for was not needed.
bool is_waived(const ItemFacts& item, const DocumentFacts& document);

/// The same, and nothing else that the item accepts stands there.
bool rests_on_waiver(const ItemFacts& item, const DocumentFacts& document);

/// The item cannot be waived for this severity or priority.
bool is_needed_for(const policy::ProcessItem& item, std::string_view tier);

} // namespace docs_lint::facts
