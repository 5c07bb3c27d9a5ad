#include "reporters/time_text.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::reporters;

TEST_CASE("a time is a date with hours and minutes of UTC") {
    CHECK(time_text(0) == "1970-01-01 00:00 UTC");
    CHECK(time_text(1772355899) == "2026-03-01 09:04 UTC");
}

TEST_CASE("a length is told in the largest unit of which there are two") {
    CHECK(length_text(60) == "1 minute");
    CHECK(length_text(119 * 60) == "119 minutes");
    CHECK(length_text(2 * 3600) == "2 hours");
    CHECK(length_text(47 * 3600 + 3599) == "47 hours");
    CHECK(length_text(-48 * 3600) == "2 days");
}

TEST_CASE("what is left and what is past are told apart") {
    CHECK(time_left(41 * 3600) == "41 hours left");
    CHECK(time_left(-3 * 86400) == "3 days past");
    CHECK(time_left(0) == "0 minutes left");
}
