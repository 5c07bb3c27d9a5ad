#pragma once

#include "policy/expression.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::rules::kinds {

/// What a cell or field may say.
struct Allowed {
    const std::vector<std::string>& values; ///< empty: anything
    const std::optional<policy::Expression>& pattern;
};

/// Why a value is not allowed, as the end of a sentence (`is none of Open or Closed`); nothing where it is.
/// Case and glyphs make no difference, and prose in brackets or behind a dash, comma or semicolon may follow
/// a value.
std::optional<std::string> fault_of(std::string_view value, const Allowed& allowed);

} // namespace docs_lint::rules::kinds
