#pragma once

#include <string_view>

namespace docs_lint::facts {

/// What was tested says that it did not all pass: `failed: 7`, `2 tests failed`, `3 of 7 passed`, `pass rate
/// 40 %`, `passed?`, `expected to pass`, `all passed except ...`. A clause that tells of the time before the
/// fix says nothing.
bool tells_of_failure(std::string_view text);

} // namespace docs_lint::facts
