#include "base/utf8.hpp"
#include "reporters/source_line.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>

using docs_lint::reporters::show_source_line;
using docs_lint::reporters::SourceLine;
using docs_lint::tests::place;

namespace {

SourceLine show(std::string_view text, std::string_view part, std::size_t width = 80) {
    return show_source_line(place("a.md", text, part), width);
}

void check_caret(const SourceLine& line, std::size_t caret, std::size_t caret_width) {
    CHECK(line.caret == caret);
    CHECK(line.caret_width == caret_width);
}

} // namespace

TEST_CASE("the caret stands under the marked range") {
    const SourceLine line = show("Owner: PMO Lead", "PMO");
    CHECK(line.text == "Owner: PMO Lead");
    check_caret(line, 7, 3);
}

TEST_CASE("wide characters take two columns") {
    check_caret(show("状態: Filed", "Filed"), 6, 5);
    check_caret(show("x 状態 y", "状態"), 2, 4);
}

TEST_CASE("combining marks take none") {
    check_caret(show("Jose\u0301: Yes", "Yes"), 6, 3);
    check_caret(show("e\u0301 x", "\u0301"), 1, 1);
}

TEST_CASE("invisible characters are written out and the caret counts what is written") {
    const SourceLine line = show("a\u202E\tb\xFF"
                                 "c",
                                 "c");
    CHECK(line.text == "a<U+202E> b<0xFF>c");
    check_caret(line, 17, 1);
    check_caret(show("Fi\u200Bled", "\u200B"), 2, 8);
}

TEST_CASE("an empty range and one at the end of the line have one caret") {
    docs_lint::diagnostics::Location location = place("a.md", "abc", "c");
    location.end = location.begin;
    check_caret(show_source_line(location, 80), 2, 1);
    location.begin.column = location.end.column = 4;
    check_caret(show_source_line(location, 80), 3, 1);
    location.begin.column = location.end.column = 999;
    check_caret(show_source_line(location, 80), 3, 1);
}

TEST_CASE("a range over several lines is marked to the end of its first") {
    check_caret(show("one two\nthree", "two\nth"), 4, 3);
}

TEST_CASE("a long line is cut around the range and never wider than asked") {
    const std::string text = std::string(300, 'a') + "MARK" + std::string(300, 'b');
    const SourceLine line = show(text, "MARK", 60);
    CHECK(docs_lint::base::display_width(line.text) <= 60);
    CHECK(docs_lint::base::display_width(line.text) > 50);
    CHECK(line.text.substr(line.caret, line.caret_width) == "MARK");
    CHECK(line.text.substr(0, 3) == "...");
    CHECK(line.text.substr(line.text.size() - 3) == "...");
}

TEST_CASE("a long line is cut on one side where the range stands at an end") {
    const SourceLine at_start = show("MARK" + std::string(300, 'b'), "MARK", 60);
    check_caret(at_start, 0, 4);
    const SourceLine at_end = show(std::string(300, 'a') + "MARK", "MARK", 60);
    CHECK(at_end.text.substr(at_end.caret) == "MARK");
    CHECK(docs_lint::base::display_width(at_end.text) > 50);
}

TEST_CASE("a range wider than the window is marked as far as it is seen") {
    const SourceLine line = show("ab " + std::string(300, 'x'), std::string(300, 'x'), 60);
    CHECK(line.caret + line.caret_width <= docs_lint::base::display_width(line.text));
    CHECK(line.caret_width >= 40);
}

TEST_CASE("wide characters are cut in whole") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "状";
    const SourceLine line = show(text + "MARK" + text, "MARK", 41);
    CHECK(docs_lint::base::display_width(line.text) <= 41);
    CHECK_FALSE(docs_lint::base::find_invalid_utf8(line.text));
    CHECK(docs_lint::base::display_width(line.text.substr(0, line.text.find("MARK"))) == line.caret);
}
