#pragma once

#include "model/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::rules::kinds {

/// The heading bears one of the titles; case, punctuation, glyphs and a number in front make no difference.
bool bears_title(std::string_view heading, const std::vector<std::string>& titles);

/// Sections with one of the titles, in the order of the document; what is struck out or hidden is none.
std::vector<const model::Section*> sections_titled(const model::Document& document,
                                                   const std::vector<std::string>& titles);

/// `"Context" or "Background"`
std::string quoted(const std::vector<std::string>& names);

} // namespace docs_lint::rules::kinds
