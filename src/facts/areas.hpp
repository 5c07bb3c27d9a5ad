#pragma once

#include "model/gate.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// The areas that a piece of evidence lists, as written: its lines taken apart at commas, semicolons, full
/// stops, `and` and `or`. What leads in (up to a colon) or explains (in brackets, behind a dash), what denies
/// (`no regression surface beyond the fix`), what goes on telling (`told in the note`, or more than six
/// words) and what has no word of its own lists none. A path counts by its file's name.
std::vector<std::string> areas_in(const model::Component& evidence);

/// Some word of the area that carries meaning stands in the text, in singular or plural, as a part of a
/// longer word or of a path. Read liberally: whether the whole area was gone through is for people to say.
bool mentions_area(std::string_view text, const std::string& area);

} // namespace docs_lint::facts
