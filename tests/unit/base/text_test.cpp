#include "base/text.hpp"

#include <doctest/doctest.h>

using namespace docs_lint::base;

TEST_CASE("a word is found whole, whatever its case") {
    CHECK(contains_word("It did PASS.", "pass"));
    CHECK_FALSE(contains_word("bypassed", "pass"));
    CHECK_FALSE(contains_word("passé", "pass"));
    CHECK(contains_word("bypass, then pass", "pass"));
}

TEST_CASE("names compare without punctuation, dashes and case") {
    CHECK(normalise_name("  Defect — Confirmed, (again)! ") == "defect confirmed again");
    CHECK(normalise_name("TRIAGE → ROOT_CAUSE") == "triage root cause");
}

TEST_CASE("blanks collapse and vanish at the ends") {
    CHECK(collapse_blanks(" a \t b\n") == "a b");
    CHECK(collapse_blanks("   ").empty());
    CHECK(trim("  ").empty());
}

TEST_CASE("lists read as people write them") {
    CHECK(list_in_words({}).empty());
    CHECK(list_in_words({"a"}) == "a");
    CHECK(list_in_words({"a", "b"}) == "a and b");
    CHECK(list_in_words({"a", "b", "c"}, "or") == "a, b or c");
}

TEST_CASE("the nearest name is a slip of the pen away, or none") {
    CHECK(nearest_name("Ownr", {"Owner", "Status"}) == "Owner");
    CHECK_FALSE(nearest_name("entirely different", {"Owner", "Status"}).has_value());
}

TEST_CASE("finding without case begins where it is told and ends at the end") {
    CHECK(find_ignoring_case("aBab", "AB", 1) == 2);
    CHECK_FALSE(find_ignoring_case("ab", "abc").has_value());
    CHECK_FALSE(find_ignoring_case("ab", "a", 5).has_value());
}
