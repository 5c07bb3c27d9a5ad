#pragma once

#include "markdown/text.hpp"
#include "policy/sign_off_format.hpp"

#include <string_view>

namespace docs_lint::model {

/// A template's braces `{...}`, an open bracket `[PENDING — ...]`, or `???` stands in the text, outside
/// backticks.
bool has_placeholder(const markdown::Text& text, const policy::SignOffFormat& format);

/// Says that it is still to come: a placeholder, one of the process's words for it, or nothing but dashes.
bool is_pending(const markdown::Text& text, const policy::SignOffFormat& format);

/// One of those words, and no other.
bool is_nothing_but_pending(const markdown::Text& line, const policy::SignOffFormat& format);

} // namespace docs_lint::model
