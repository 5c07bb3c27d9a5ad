#include "model/shown_words.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

TEST_CASE("what is struck through or not seen is not read") {
    CHECK(model::as_people_read("~~QA Lead~~ PMO\u00A0Lead\u200B") == "pmo lead");
    CHECK(model::as_people_read("\u200B ~~x~~").empty());
}

TEST_CASE("words in the place of an owner that name nobody") {
    for (const std::string owner :
         {"", "—", "\u200B", "\u00A0", "?", "~~QA Lead~~", "Nobody", "unassigned", "n/a", "to be named",
          "TO BE ASSIGNED by 2026-03-01", "No owner yet", "not assigned", "None"}) {
        CAPTURE(owner);
        CHECK(model::names_nobody(owner));
    }
    for (const std::string owner :
         {"QA Lead", "Open Data Team", "No-code Team", "Noneman & Sons", "Владелец продукта", "品質保証",
          "Öffnungsteam", "QA Lead (deputy to be named)", "~~QA Lead~~ PMO Lead"}) {
        CAPTURE(owner);
        CHECK_FALSE(model::names_nobody(owner));
    }
}
