#include "reporters/text_table.hpp"

#include <doctest/doctest.h>

using docs_lint::reporters::lay_out;

TEST_CASE(
    "columns are as wide as their widest cell, in terminal columns, and lines have no blanks at their end") {
    CHECK(lay_out({{"A", "B", "C"}, {"wide", "", "x"}, {"漢字漢", "b", ""}}, 80) ==
          "A       B  C\nwide       x\n漢字漢  b\n");
}

TEST_CASE("the widest column is wrapped first, and a row is as high as its highest cell") {
    CHECK(lay_out({{"id", "one two three four", "short one"}}, 25) ==
          "id  one two     short one\n    three four\n");
}

TEST_CASE("no word is broken, however narrow the terminal") {
    CHECK(lay_out({{"unbreakable", "another one"}}, 5) == "unbreakable  another\n             one\n");
}

TEST_CASE("no rows are no text") {
    CHECK(lay_out({}, 80).empty());
}
