#pragma once

#include "base/date.hpp"
#include "facts/corpus.hpp"

#include <optional>
#include <string_view>

namespace docs_lint::facts {

/// What was tested says that it did not all pass: `failed: 7`, `2 tests failed`, `3 of 7 passed`, `pass rate
/// 40 %`, `passed?`, `expected to pass`, `all passed except ...`, `test case 14: FAIL`. A clause that tells
/// of the time before the fix says nothing.
bool tells_of_failure(std::string_view text);

/// The same of an item's evidence, where a line that begins like a sentence is one of its own.
bool tells_of_failure(const ItemFacts& item);

/// When a test gave the result that an item's evidence tells: the latest date right behind a word for a
/// result
/// (`passed on 2026-02-12`); without one, where the item asks for a date as well, the earliest date. Other
/// dates may lie ahead, such as that of the next run.
std::optional<base::Moment> result_date(const ItemFacts& item, const policy::Policy& policy);

/// The text says in words of the process, or in figures, that a test passed: `10/10 cases OK`, `Result:
/// 0.62`. What has another meaning does not count: `passed to QA`, `deployed successfully`, `no regressions
/// expected`.
bool gives_result(std::string_view text, const policy::SignOffFormat& format);

/// The text says more of a test than that it passed, when and who says so: a word of what was tested or how.
bool tells_method(std::string_view text, const policy::SignOffFormat& format);

} // namespace docs_lint::facts
