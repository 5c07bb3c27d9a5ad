#pragma once

#include "model/document.hpp"
#include "policy/own_rule.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::rules::kinds {

/// A text in which a pattern is searched as a whole: a paragraph, a heading, a cell, a line of code, a field.
struct TextUnit {
    markdown::Text text;
    bool in_plain_sight = true; ///< neither quoted nor struck out or hidden: it may satisfy a rule
};

std::vector<TextUnit> texts_of(const model::Document& document, policy::TextPlace where);

/// The same for the values of one field alone.
std::vector<TextUnit> values_of(const model::Document& document, const std::vector<std::string>& names);

/// For messages: at most some sixty characters of it.
std::string shown(std::string_view text);

} // namespace docs_lint::rules::kinds
