#include "facts/item_names.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint::facts;

namespace {

const std::vector<std::string> kWords = {"defect"};

bool names(const std::string& text, const std::string& id) {
    return find_item(text, id, kWords).has_value();
}

} // namespace

TEST_CASE("an id is named whole") {
    CHECK(names("closed DEF-104 today", "DEF-104"));
    CHECK(names("defect-DEF-104-rounding.md", "DEF-104"));
    CHECK(names("DEF-104: totals", "DEF-104"));
    CHECK(names("It was DEF-104.", "DEF-104"));
    for (const char* other : {"DEF-1041", "DEF-104-2", "DEF-104.5", "DEF-104-B", "XDEF-104", "ABC-DEF-104"}) {
        CAPTURE(other);
        CHECK(!names(other, "DEF-104"));
    }
}

TEST_CASE("a bare number is an id only where something says so") {
    for (const char* text : {"#7", "7", "defect 7", "DEF-7"}) {
        CAPTURE(text);
        CHECK(names(text, "7"));
    }
    for (const char* text : {"after 7", "77", "on 2026-03-07"}) {
        CAPTURE(text);
        CHECK(!names(text, "7"));
    }
}

TEST_CASE("the first id of any item") {
    CHECK(first_id("see DEF-014 and DEF-2") == 4);
    CHECK(first_id("nothing here") == std::string::npos);
}
