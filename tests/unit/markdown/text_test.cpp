#include "markdown/text.hpp"

#include <doctest/doctest.h>

using docs_lint::base::Span;
using docs_lint::markdown::Piece;
using docs_lint::markdown::Text;

namespace {

// Written at offset 10: `ab&amp;cd`.
Text sample() {
    Text text{"ab&cd", {}, {10, 19}};
    text.pieces.push_back({0, {10, 12}, true, false, false, false});
    text.pieces.push_back({2, {12, 17}, false, false, false, false});
    text.pieces.push_back({3, {17, 19}, true, true, false, false});
    return text;
}

} // namespace

TEST_CASE("source_of spans from the first to the last character") {
    const Text text = sample();
    CHECK(text.source_of({0, 2}) == Span{10, 12});
    CHECK(text.source_of({1, 2}) == Span{11, 12});
    CHECK(text.source_of({2, 3}) == Span{12, 17});
    CHECK(text.source_of({1, 4}) == Span{11, 18});
    CHECK(text.source_of({0, 99}) == Span{10, 19});
    CHECK(text.source_of({5, 5}) == Span{19, 19});
    CHECK(text.source_of({1, 1}) == Span{11, 11});
}

TEST_CASE("piece_at finds the piece of a character") {
    const Text text = sample();
    CHECK(text.piece_at(1)->source == Span{10, 12});
    CHECK(text.piece_at(2)->source == Span{12, 17});
    CHECK(text.piece_at(4)->strong);
    CHECK(text.piece_at(5) == nullptr);
}

TEST_CASE("a slice keeps the positions of its characters") {
    const Text part = sample().slice({1, 4});
    CHECK(part.text == "b&c");
    CHECK(part.source == Span{11, 18});
    REQUIRE(part.pieces.size() == 3);
    CHECK(part.pieces[0].source == Span{11, 12});
    CHECK(part.pieces[1].offset == 1);
    CHECK(part.pieces[2].source == Span{17, 18});
    CHECK(part.pieces[2].strong);
}

TEST_CASE("a slice outside the text is empty") {
    const Text part = sample().slice({9, 12});
    CHECK(part.empty());
    CHECK(part.pieces.empty());
    CHECK(part.source == Span{19, 19});
}

TEST_CASE("trimming drops blanks at the ends only") {
    Text text{" \ta b ", {{0, {5, 11}, true, false, false, false}}, {5, 11}};
    const Text trimmed = text.trimmed();
    CHECK(trimmed.text == "a b");
    CHECK(trimmed.source == Span{7, 10});
}

TEST_CASE("a text with an entity is not verbatim") {
    CHECK_FALSE(sample().is_verbatim());
    CHECK(sample().slice({3, 5}).is_verbatim());
}
