#pragma once

#include <string>
#include <string_view>

namespace docs_lint::model {

/// What people read in a text: in lower case, without what is struck through or cannot be seen, and with
/// letters of other scripts as those that they look like.
std::string as_people_read(std::string_view text);

/// In the place of an owner: `nobody`, `unassigned`, `to be named`, `?`, or nothing that can be seen.
bool names_nobody(std::string_view owner);

} // namespace docs_lint::model
