#pragma once

#include <string>

namespace docs_lint::tests {

/// Both texts line by line: `  ` in both, `- ` expected only, `+ ` found only. Empty where they are the same.
std::string difference(const std::string& expected, const std::string& found);

} // namespace docs_lint::tests
