#include "base/date.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::base;

TEST_CASE("a date is a day of the calendar in its one written form") {
    CHECK(parse_date("2026-02-28").has_value());
    CHECK_FALSE(parse_date("2026-02-30").has_value());
    CHECK_FALSE(parse_date("2026-2-8").has_value());
    CHECK_FALSE(parse_date("2026-02-28T10:00Z").has_value());
    CHECK_FALSE(parse_date(" 2026-02-28").has_value());
}

TEST_CASE("timestamps are UTC, in the forms that people use") {
    for (const char* text :
         {"2026-02-25T17:00:00Z", "2026-02-25T17:00Z", "2026-02-25 17:00 UTC", "2026-02-25, 17:00Z"}) {
        CAPTURE(text);
        const auto moment = parse_moment(text);
        REQUIRE(moment.has_value());
        CHECK(to_string(*moment) == "2026-02-25T17:00:00Z");
    }
    CHECK_FALSE(parse_moment("2026-02-25T25:00:00Z").has_value());
    CHECK_FALSE(parse_moment("2026-02-25T17:00:00").has_value());
}

TEST_CASE("dates are found in running text, impossible ones too") {
    const auto found = find_moments("on 2026-02-30 and 2026-03-01T08:15Z, not 12026-03-01 or 2026-03-011");
    REQUIRE(found.size() == 2);
    CHECK_FALSE(found[0].moment.has_value());
    CHECK(to_string(*found[1].moment) == "2026-03-01T08:15:00Z");
}

TEST_CASE("only what is surely earlier is before") {
    const auto at = [](const char* text) { return *parse_moment(text); };
    CHECK(surely_before(at("2026-03-01"), at("2026-03-02")));
    CHECK_FALSE(surely_before(at("2026-03-01"), at("2026-03-01T10:00Z")));
    CHECK(surely_before(at("2026-03-01T09:00Z"), at("2026-03-01T10:00Z")));
    CHECK_FALSE(surely_before(at("2026-03-02"), at("2026-03-01")));
}

TEST_CASE("the latest date at an instant is the local one where that is ahead of UTC") {
    const std::int64_t late_evening = 1772404200; // 2026-03-01T22:30:00Z
    CHECK(to_string(latest_date_at({late_evening, 0})) == "2026-03-01");
    CHECK(to_string(latest_date_at({late_evening, 120})) == "2026-03-02");
    CHECK(to_string(latest_date_at({late_evening, -480})) == "2026-03-01");
    CHECK(to_string(latest_date_at({late_evening, 99 * 60 + 99})) == "2026-03-01");
}

TEST_CASE("an instant outside of the calendar is cut to its ends") {
    CHECK(to_string(to_moment({INT64_MAX, 0}).date) == "9999-12-31");
    CHECK(to_string(to_moment({INT64_MIN, 0}).date) == "0000-01-01");
}
