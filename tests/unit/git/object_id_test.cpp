#include "git/object_id.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::git;

TEST_CASE("an object name is written as it was read, in lower case") {
    const auto id = parse_object_id("0123456789ABCDEFabcdef0123456789abcdef01");
    REQUIRE(id);
    CHECK(to_hex(*id) == "0123456789abcdefabcdef0123456789abcdef01");
    CHECK(to_short_hex(*id) == "0123456789");
    CHECK_FALSE(id->is_zero());
}

TEST_CASE("anything but 40 hexadecimal digits is no object name") {
    CHECK_FALSE(parse_object_id(""));
    CHECK_FALSE(parse_object_id(std::string(39, 'a')));
    CHECK_FALSE(parse_object_id(std::string(41, 'a')));
    CHECK_FALSE(parse_object_id(std::string(39, 'a') + 'g'));
    CHECK(parse_object_id(std::string(40, '0'))->is_zero());
}
