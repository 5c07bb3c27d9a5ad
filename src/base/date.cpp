#include "base/date.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <re2/re2.h>

namespace docs_lint::base {
namespace {

using std::chrono::day;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;

constexpr std::int64_t kFirstSecond = -62167219200; // 0000-01-01
constexpr std::int64_t kLastSecond = 253402300799;  // 9999-12-31

std::optional<Date> make_date(int years, unsigned months, unsigned days) {
    const Date date{year{years}, month{months}, day{days}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<seconds> make_time(int hour, int minute, int second) {
    if (hour > 23 || minute > 59 || second > 60) return std::nullopt;
    return hours{hour} + minutes{minute} + seconds{second};
}

const re2::RE2& moment_pattern() {
    static const re2::RE2 pattern(
        R"((\d{4})-(\d{2})-(\d{2})(?:(?:T|\s+at\s+|,?\s+)(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(?:Z|UTC|\+00:00)|(T\d{2}:\d{2}\S*))?)");
    return pattern;
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_digit_or_letter(char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/// `2026-03-01` and nothing else, as most cells of change logs are.
bool is_date_alone(std::string_view text) {
    constexpr std::string_view kForm = "dddd-dd-dd";
    return text.size() == kForm.size() &&
           std::equal(text.begin(), text.end(), kForm.begin(),
                      [](char byte, char form) { return form == 'd' ? is_digit(byte) : byte == form; });
}

/// A digit, a hyphen and a digit stand in it.
bool may_hold_date(std::string_view text) {
    for (std::size_t at = text.find('-', 1); at < text.size() - 1; at = text.find('-', at + 1))
        if (is_digit(text[at - 1]) && is_digit(text[at + 1])) return true;
    return false;
}

struct Parts {
    int years = 0, hour = 0, minute = 0, second = 0;
    unsigned months = 0, days = 0;
    bool has_time = false;
};

std::optional<Moment> assemble(const Parts& parts) {
    const auto date = make_date(parts.years, parts.months, parts.days);
    if (!date) return std::nullopt;
    if (!parts.has_time) return Moment{*date, std::nullopt};
    const auto time = make_time(parts.hour, parts.minute, parts.second);
    if (!time) return std::nullopt;
    return Moment{*date, time};
}

int to_int(std::string_view digits) {
    return std::accumulate(digits.begin(), digits.end(), 0,
                           [](int number, char digit) { return number * 10 + (digit - '0'); });
}

Parts parts_of_date(std::string_view text) {
    return {.years = to_int(text.substr(0, 4)),
            .months = static_cast<unsigned>(to_int(text.substr(5, 2))),
            .days = static_cast<unsigned>(to_int(text.substr(8, 2)))};
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    const auto moment = parse_moment(text);
    if (!moment || moment->time_of_day) return std::nullopt;
    return moment->date;
}

std::string to_string(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Moment> parse_moment(std::string_view text) {
    const auto mentions = find_moments(text);
    if (mentions.size() != 1 || mentions[0].begin != 0 || mentions[0].end != text.size()) return std::nullopt;
    return mentions[0].moment;
}

std::string to_string(const Moment& moment) {
    if (!moment.time_of_day) return to_string(moment.date);
    const auto total = moment.time_of_day->count();
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_string(moment.date), total / 3600, total / 60 % 60,
                       total % 60);
}

bool surely_before(const Moment& left, const Moment& right) {
    if (left.date != right.date) return sys_days{left.date} < sys_days{right.date};
    return left.time_of_day && right.time_of_day && *left.time_of_day < *right.time_of_day;
}

std::vector<MomentMention> find_moments(std::string_view text) {
    std::vector<MomentMention> mentions;
    if (is_date_alone(text)) return {{0, text.size(), assemble(parts_of_date(text))}};
    if (!may_hold_date(text)) return mentions; // most texts
    const re2::StringPiece input(text.data(), text.size());
    re2::StringPiece groups[8];
    for (std::size_t from = 0;
         moment_pattern().Match(input, from, text.size(), re2::RE2::UNANCHORED, groups, 8);) {
        const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
        const std::size_t end = begin + groups[0].size();
        from = end;
        const bool inside_word = (begin > 0 && is_digit_or_letter(text[begin - 1])) ||
                                 (end < text.size() && is_digit_or_letter(text[end]));
        if (inside_word) continue;
        Parts parts{to_int(groups[1]),
                    to_int(groups[4]),
                    to_int(groups[5]),
                    to_int(groups[6]),
                    static_cast<unsigned>(to_int(groups[2])),
                    static_cast<unsigned>(to_int(groups[3])),
                    !groups[4].empty()};
        mentions.push_back({begin, end, groups[7].empty() ? assemble(parts) : std::nullopt});
    }
    return mentions;
}

Date latest_date_at(Instant instant) {
    const bool real_zone = instant.offset_minutes > 0 && instant.offset_minutes <= 14 * 60;
    const std::int64_t shifted = instant.seconds + (real_zone ? instant.offset_minutes * 60 : 0);
    return to_moment({shifted, 0}).date;
}

Moment earliest_moment_at(Instant instant) {
    const Moment in_utc = to_moment(instant);
    const bool behind = instant.offset_minutes < 0 && instant.offset_minutes >= -14 * 60;
    const Date local = to_moment({instant.seconds + (behind ? instant.offset_minutes * 60 : 0), 0}).date;
    return local == in_utc.date ? in_utc : Moment{local, std::nullopt};
}

Moment to_moment(Instant instant) {
    const std::chrono::sys_seconds when{seconds{std::clamp(instant.seconds, kFirstSecond, kLastSecond)}};
    const auto days = std::chrono::floor<std::chrono::days>(when);
    return {Date{days}, when - days};
}

} // namespace docs_lint::base
