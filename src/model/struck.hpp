#pragma once

#include "markdown/text.hpp"

#include <string>
#include <string_view>

namespace docs_lint::model {

/// What is struck through is no longer said: `~~so~~`, `~so~`, and what HTML strikes, which reads as
/// `~~so~~`.
markdown::Text without_struck(const markdown::Text& text);

/// The same of bare text, with a blank in the place of what is struck.
std::string without_struck(std::string_view text);

/// Something in it is struck through, or seems to be: two tildes suffice.
bool holds_struck(const markdown::Text& text);

} // namespace docs_lint::model
