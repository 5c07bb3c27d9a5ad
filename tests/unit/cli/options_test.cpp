#include "cli/options.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::cli;

TEST_CASE("a range has two sides, and an empty one is HEAD") {
    CHECK(parse_range("main..topic").value() == std::pair<std::string, std::string>{"main", "topic"});
    CHECK(parse_range("main..").value() == std::pair<std::string, std::string>{"main", "HEAD"});
    CHECK(parse_range("..topic").value() == std::pair<std::string, std::string>{"HEAD", "topic"});
}

TEST_CASE("what is no range is refused") {
    for (const char* text : {"main", "", "..", "a...b", "a.b"}) CHECK_FALSE(parse_range(text));
}

TEST_CASE("a date as clock is its last second") {
    CHECK(parse_as_of("1970-01-01").value().seconds == 86399);
    CHECK(parse_as_of("1970-01-02T00:00:01Z").value().seconds == 86401);
    for (const char* text : {"2026-02-30", "yesterday", "2026-2-8", "2026-03-01 and more"})
        CHECK_FALSE(parse_as_of(text));
}
