#pragma once

#include "base/result.hpp"
#include "facts/closed_item.hpp"
#include "facts/corpus.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// The text of a path of the snapshot, whether it is judged or not.
using ReadPath = std::function<base::Result<std::string>(const std::string&)>;

/// Every closed record of the corpus; templates are none. Backlog, changelog and lessons records are read
/// where a closed item asks for them, once each.
std::vector<ClosedItem> gather_closed_items(const Corpus& corpus, const ReadPath& read);

/// The record is closed: it declares the closing state, or declares none and is plainly filed. The place says
/// so.
std::optional<base::Span> closing_place(const DocumentFacts& document);

} // namespace docs_lint::facts
