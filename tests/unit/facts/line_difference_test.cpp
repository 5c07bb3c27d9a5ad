#include "facts/line_difference.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

TEST_CASE("the first difference is the first line that is not as before") {
    const std::string old_text = "a\nb\nc\nd\n";
    const std::string new_text = "a\nB\nc\nd\n";
    const auto difference = facts::first_difference(old_text, new_text);
    CHECK(new_text.substr(difference.in_new.begin, difference.in_new.size()) == "B");
    CHECK(difference.changed_lines == 1);
}

TEST_CASE("appended text changes no line") {
    const std::string new_text = "a\nb\nmore\n";
    const auto difference = facts::first_difference("a\nb\n", new_text);
    CHECK(difference.changed_lines == 0);
    CHECK(new_text.substr(difference.in_new.begin, difference.in_new.size()) == "more");
}

TEST_CASE("a text that was cut short differs at its end") {
    const auto difference = facts::first_difference("a\nb\nc\n", "a\n");
    CHECK(difference.changed_lines == 2);
    CHECK(difference.in_new == base::Span{2, 2});
}

TEST_CASE("other line endings are a difference in every line") {
    CHECK(facts::first_difference("a\nb\n", "a\r\nb\r\n").changed_lines == 2);
}

TEST_CASE("a line that stands between two changed ones is not among the changed lines") {
    CHECK(facts::first_difference("a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n").changed_lines == 2);
    CHECK(facts::first_difference("a\nb\nc\n", "a\nmore\nb\nmore\nc\n").changed_lines == 0);
}

TEST_CASE("bytes that are no text count by their lines, too") {
    const std::string old_text("a\0\nb\nc\n", 7);
    const std::string new_text("A\0\nb\nC\n", 7);
    CHECK(facts::first_difference(old_text, new_text).changed_lines == 2);
}

TEST_CASE("lines only in one text are counted as often as they stand") {
    const std::string text = "x\nx\ny\n";
    const auto only = facts::lines_only_in(text, "x\nz\n");
    REQUIRE(only.size() == 2);
    CHECK(text.substr(only[0].begin, only[0].size()) == "x\n");
    CHECK(only[0].begin == 2);
    CHECK(text.substr(only[1].begin, only[1].size()) == "y\n");
}

TEST_CASE("shared lines are a share of the filled lines") {
    CHECK(facts::shared_lines("a\n\nb\n", "b\n") == doctest::Approx(0.5));
    CHECK(facts::shared_lines("", "b\n") == doctest::Approx(0));
}
