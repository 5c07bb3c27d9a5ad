#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// Where the text names the item first: the whole id, not part of another one. A bare number is an id behind
/// `#`, behind letters and a hyphen, behind one of the words for items, or at the front of the text.
std::optional<std::size_t> find_item(std::string_view text, const std::string& id,
                                     const std::vector<std::string>& item_words);

/// Where the first id of any item stands in a text (`DEF-014`); `npos` where none does.
std::size_t first_id(std::string_view text);

} // namespace docs_lint::facts
