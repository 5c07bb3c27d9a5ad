#pragma once

#include <string>
#include <string_view>

namespace docs_lint::model {

/// `Sam Fox`, `J. A. Fox`: two to four words, each with a capital or a letter without case in front, none of
/// which is a word that takes a sign-off back (`Nobody Asked`).
bool is_personal_name(std::string_view text);

/// The same of one word, too, where the place says that it is a name.
bool may_be_name(std::string_view text);

/// Without the persons that it tells of: a name in a part of its own, also of one word or as initials, and
/// names behind words such as `by` and `from` (`by Sam Fox`, `mail of Jan van Dijk`, `by @sfox`).
std::string without_persons(std::string_view text);

} // namespace docs_lint::model
