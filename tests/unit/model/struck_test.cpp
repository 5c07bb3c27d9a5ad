#include "model/struck.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

namespace {

markdown::Text text_of(const std::string& text) {
    markdown::Piece piece;
    piece.source = {0, text.size()};
    return {text, {piece}, {0, text.size()}};
}

std::string kept(const std::string& text) {
    return model::without_struck(text_of(text)).text;
}

} // namespace

TEST_CASE("what is struck through is no longer said") {
    CHECK(kept("P3 ~~P0~~") == "P3");
    CHECK(kept("~~High~~ Medium") == "Medium");
    CHECK(kept("one ~two~ three ~~four~~ five") == "one three five");
    CHECK(kept("~~all~~").empty());
    CHECK(model::without_struck("~~PASS~~FAIL, ~~one~~ two") == " FAIL,   two");
}

TEST_CASE("tildes that strike nothing stay") {
    for (const std::string text :
         {"~5 minutes", "~5 to ~10 minutes", "~/notes and ~/drafts", "a ~ b ~ c", "x~~~y"}) {
        CAPTURE(text);
        CHECK(kept(text) == text);
    }
}

TEST_CASE("a text holds something struck") {
    for (const std::string text : {"~~no~~ yes", "~no~ yes", "~~open to the end"}) {
        CAPTURE(text);
        CHECK(model::holds_struck(text_of(text)));
        CHECK(model::holds_struck({text, {}, {}}));
    }
    CHECK_FALSE(model::holds_struck(text_of("within ~5 minutes")));
}

TEST_CASE("a tilde in code strikes nothing") {
    markdown::Text text = text_of("run ~x~ here");
    text.pieces.front().code = true;
    CHECK_FALSE(model::holds_struck(text));
}
