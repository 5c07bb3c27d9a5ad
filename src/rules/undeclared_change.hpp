#pragma once

#include "facts/companions.hpp"
#include "rules/rule.hpp"

#include <string>
#include <string_view>

namespace docs_lint::rules {

/// That a commit of the fix changes what an item said would stay: `FS.3 says that <what>, and fix commit ...
/// changes
/// ...`.
Finding undeclared_change(const facts::UndeclaredChange& change, std::string_view what, std::string help);

} // namespace docs_lint::rules
