#include "base/line_index.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint::base;

TEST_CASE("lines end at LF, CR LF and a lone CR") {
    const std::string text = "a\r\nbc\rd\n";
    const LineIndex lines(text);
    REQUIRE(lines.line_count() == 3);
    CHECK(lines.line(1) == Span{0, 1});
    CHECK(lines.line(2) == Span{3, 5});
    CHECK(lines.line(3) == Span{6, 7});
}

TEST_CASE("endings of every kind, in any order, each end one line") {
    const std::string text = "\r\r\n\n\r\n\ra\n\r";
    const LineIndex lines(text);
    const std::vector<Span> expected = {{0, 0}, {1, 1}, {3, 3}, {4, 4}, {6, 6}, {7, 8}, {9, 9}};
    REQUIRE(lines.line_count() == expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at) CHECK(lines.line(at + 1) == expected[at]);
}

TEST_CASE("columns count code points from one") {
    const std::string text = "—x\nüy";
    const LineIndex lines(text);
    CHECK(lines.position(text, 3) == Position{1, 2});
    CHECK(lines.position(text, 7) == Position{2, 2});
    CHECK(lines.position(text, 999) == Position{2, 3});
}

TEST_CASE("an empty text has one empty line") {
    CHECK(LineIndex("").line_count() == 1);
    CHECK(LineIndex("").position("", 0) == Position{1, 1});
    CHECK(LineIndex("a\n").line_count() == 1);
}
