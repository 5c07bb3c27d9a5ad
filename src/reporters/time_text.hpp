#pragma once

#include <cstdint>
#include <string>

namespace docs_lint::reporters {

/// `2026-03-11 09:00 UTC`, of seconds since 1970-01-01 UTC.
std::string time_text(std::int64_t seconds);

/// `45 minutes`, `41 hours`, `9 days`, of a length in seconds, whose sign plays no part: the largest unit of
/// which there are at least two.
std::string length_text(std::int64_t seconds);

/// `41 hours left`, `3 days past`.
std::string time_left(std::int64_t seconds);

} // namespace docs_lint::reporters
