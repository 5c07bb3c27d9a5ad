#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// A sentence as a list of words in lower case; every other character is a word of its own.
using Words = std::vector<std::string>;

/// Quotation and emphasis marks vanish, dashes become `-`, a placeholder in brackets becomes `?`. A hyphen or
/// full stop inside a word belongs to it (`sign-off`, `openapi.yaml`).
Words split_into_words(std::string_view text);

} // namespace docs_lint::facts
