#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::base {

using Date = std::chrono::year_month_day;

/// Strictly `YYYY-MM-DD`, and a day that the calendar has.
std::optional<Date> parse_date(std::string_view text);

std::string to_string(Date date);

/// A written point in time: a calendar date, or a date with a UTC time of day to the minute or second.
struct Moment {
    Date date{};
    std::optional<std::chrono::seconds> time_of_day;

    friend bool operator==(const Moment&, const Moment&) = default;
};

/// `2026-03-01`, `2026-02-25T17:00:00Z`, `2026-02-25T17:00Z`, `2026-02-25 17:00 UTC`, nothing else around it.
std::optional<Moment> parse_moment(std::string_view text);

std::string to_string(const Moment& moment);

/// `left` was surely before `right`: where one of them has no time of day, only the dates count.
bool surely_before(const Moment& left, const Moment& right);

/// A moment as it is found inside running text.
struct MomentMention {
    std::size_t begin = 0; ///< byte offset in the searched text
    std::size_t end = 0;
    std::optional<Moment> moment; ///< nothing where it has the form of a date and is none (2026-02-30)
};

/// Every date or timestamp in a text, from left to right.
std::vector<MomentMention> find_moments(std::string_view text);

/// What a clock showed: seconds since 1970-01-01 UTC, and the offset of the local time from UTC in minutes.
struct Instant {
    std::int64_t seconds = 0;
    int offset_minutes = 0;

    friend bool operator==(const Instant&, const Instant&) = default;
};

/// The latest date that a person could have written at that instant: that of the local time or of UTC,
/// whichever is later. An offset beyond 14 hours is no time zone and counts as UTC.
Date latest_date_at(Instant instant);

/// The earliest way in which a person could have written that instant: as UTC with its time of day, or, where
/// the local date was still behind, as that date alone.
Moment earliest_moment_at(Instant instant);

/// The moment as UTC, with its time of day. Instants outside the calendar (years 0 to 9999) are cut to its
/// ends.
Moment to_moment(Instant instant);

} // namespace docs_lint::base
