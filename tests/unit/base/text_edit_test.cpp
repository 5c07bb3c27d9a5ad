#include "base/text_edit.hpp"

#include <doctest/doctest.h>

using docs_lint::base::apply_edits;

TEST_CASE("edits are made in the places of the old text, in whatever order they come") {
    CHECK(apply_edits("abcdef", {{{4, 5}, "EE"}, {{0, 0}, "<"}, {{2, 4}, ""}, {{6, 6}, ">"}}) == "<abEEf>");
    CHECK(apply_edits("abc", {}) == "abc");
}

TEST_CASE("edits that meet, or go past the end, are refused") {
    CHECK_FALSE(apply_edits("abcdef", {{{1, 3}, "x"}, {{2, 4}, "y"}}));
    CHECK_FALSE(apply_edits("abcdef", {{{1, 1}, "x"}, {{1, 1}, "y"}}));
    CHECK_FALSE(apply_edits("abc", {{{2, 4}, "x"}}));
    CHECK(apply_edits("abcdef", {{{1, 3}, "x"}, {{3, 4}, "y"}}) == "axyef");
}
