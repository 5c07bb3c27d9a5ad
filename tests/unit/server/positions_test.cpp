#include "server/positions.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint::server;
using docs_lint::base::Span;

namespace {

// é takes two bytes and one unit of UTF-16, the parcel four bytes and two units.
const std::string kText = "aé📦z\r\nü\n\nlast\n";

} // namespace

TEST_CASE("columns of findings become units of the encoding") {
    const EditedText wide(kText, Encoding::utf16);
    const EditedText bytes(kText, Encoding::utf8);
    struct Case {
        std::size_t column, utf16, utf8;
    };
    for (const Case& one : {Case{1, 0, 0}, {2, 1, 1}, {3, 2, 3}, {4, 4, 7}, {5, 5, 8}, {99, 5, 8}}) {
        CAPTURE(one.column);
        CHECK(wide.position(docs_lint::base::Position{1, one.column}) == EditorPosition{0, one.utf16});
        CHECK(bytes.position(docs_lint::base::Position{1, one.column}) == EditorPosition{0, one.utf8});
    }
    CHECK(wide.position(docs_lint::base::Position{99, 1}) == EditorPosition{4, 0});
}

TEST_CASE("offsets and positions lead to one another") {
    for (const Encoding encoding : {Encoding::utf8, Encoding::utf16}) {
        const EditedText text(kText, encoding);
        for (const std::size_t offset : {0, 1, 3, 7, 8, 10, 12, 13, 14, 18, 19}) {
            CAPTURE(offset);
            CHECK(text.offset(text.position(offset)) == offset);
        }
    }
}

TEST_CASE("a position inside of a character, behind a line or behind the text means the nearest place") {
    const EditedText text(kText, Encoding::utf16);
    CHECK(text.offset({0, 3}) == 3);   // half of the parcel
    CHECK(text.offset({0, 500}) == 8); // before the line ending
    CHECK(text.offset({4, 0}) == kText.size());
    CHECK(text.offset({9, 9}) == kText.size());
    CHECK(EditedText("", Encoding::utf16).offset({0, 4}) == 0);
}

TEST_CASE("the line behind the last line ending is one") {
    const EditedText text(kText, Encoding::utf16);
    REQUIRE(text.line_count() == 5);
    CHECK(text.line_text(3) == "last");
    CHECK(text.line_text(4).empty());
    CHECK(text.position(kText.size()) == EditorPosition{4, 0});
    CHECK(EditedText("a", Encoding::utf16).line_count() == 1);
    CHECK(EditedText("a\rb\r", Encoding::utf16).line_count() == 3);
}

TEST_CASE("a range is that of its bytes") {
    const EditedText text(kText, Encoding::utf16);
    CHECK(text.range(Span{1, 7}) == EditorRange{{0, 1}, {0, 4}});
    CHECK(text.range(Span{3, 12}) == EditorRange{{0, 2}, {1, 1}});
}

TEST_CASE("an invalid byte is the one character that is shown for it") {
    CHECK(units_in("a\xff", Encoding::utf16) == 2);
    CHECK(units_in("a\xff", Encoding::utf8) == 4);
    CHECK(units_of_code_points("a\xff z", 2, Encoding::utf16) == 2);
}
