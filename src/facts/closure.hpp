#pragma once

#include "base/result.hpp"
#include "facts/closed_item.hpp"
#include "facts/corpus.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
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

/// The text names the item: the whole id, not part of another one. A bare number is an id behind `#`, behind
/// letters and a hyphen, behind one of the words for items, or where it is all of the text.
bool names_item(std::string_view text, const std::string& id, const std::vector<std::string>& item_words);

} // namespace docs_lint::facts
