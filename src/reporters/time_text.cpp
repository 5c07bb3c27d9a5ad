#include "reporters/time_text.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <cstdlib>
#include <fmt/format.h>

namespace docs_lint::reporters {

std::string time_text(std::int64_t seconds) {
    const base::Moment moment = base::to_moment({seconds, 0});
    const auto minutes = moment.time_of_day.value_or(std::chrono::seconds{0}).count() / 60;
    return fmt::format("{} {:02}:{:02} UTC", base::to_string(moment.date), minutes / 60, minutes % 60);
}

std::string length_text(std::int64_t seconds) {
    const auto minutes = static_cast<std::size_t>(std::abs(seconds) / 60);
    constexpr std::size_t kHour = 60, kDay = 24 * kHour;
    if (minutes >= 2 * kDay) return base::count_of(minutes / kDay, "day");
    if (minutes >= 2 * kHour) return base::count_of(minutes / kHour, "hour");
    return base::count_of(minutes, "minute");
}

std::string time_left(std::int64_t seconds) {
    return fmt::format("{} {}", length_text(seconds), seconds < 0 ? "past" : "left");
}

} // namespace docs_lint::reporters
