#include "base/version.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::base;

TEST_CASE("a version is two or three numbers") {
    CHECK(parse_version("1.2") == Version{1, 2, 0});
    CHECK(parse_version("v1.8.1") == Version{1, 8, 1});
    CHECK(parse_version("1.2") == parse_version("1.2.0"));
    CHECK_FALSE(parse_version("1").has_value());
    CHECK_FALSE(parse_version("1.2 draft").has_value());
    CHECK_FALSE(parse_version("1.2.3.4").has_value());
    CHECK(*parse_version("1.10") > *parse_version("1.9"));
}
