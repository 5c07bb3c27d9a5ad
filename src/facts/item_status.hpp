#pragma once

#include "base/span.hpp"
#include "facts/corpus.hpp"

#include <optional>
#include <string>

namespace docs_lint::facts {

/// A line of an item that says how the item stands, `Status: Fail`, or a cell of its row under such a
/// heading.
struct ItemStatus {
    std::string text;
    base::Span source;
};

/// The first such line or cell of the item that says that it failed or is open; `Result` counts only where
/// the item asks for the result of a test, since a reproduction fails as it should. Nothing where there is
/// none.
std::optional<ItemStatus> status_against_item(const ItemFacts& item, const DocumentFacts& document);

} // namespace docs_lint::facts
