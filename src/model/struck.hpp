#pragma once

#include "markdown/text.hpp"

namespace docs_lint::model {

/// What is struck through is no longer said: `~~so~~`, `~so~`, and what HTML strikes, which reads as
/// `~~so~~`.
markdown::Text without_struck(const markdown::Text& text);

/// Something in it is struck through, or seems to be: two tildes suffice.
bool holds_struck(const markdown::Text& text);

} // namespace docs_lint::model
