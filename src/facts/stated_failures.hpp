#pragma once

#include <string_view>

namespace docs_lint::facts {

/// A clause says in words or by a sign that something failed: `test case 14: FAIL`, `failed on the staging
/// system`, `the export did not pass`. What is told of the time before the fix, was denied (`no test
/// failed`), was meant to fail or passed later on is no such clause.
bool states_failure(std::string_view text);

} // namespace docs_lint::facts
