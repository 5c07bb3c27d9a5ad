#include "model/text_tools.hpp"

#include <doctest/doctest.h>
#include <string>

using docs_lint::model::priority_in;

TEST_CASE("a priority is read in the ways in which people write it") {
    for (const char* text : {"P1", "P1 (was P0)", "P 1", "P-1", "1", "Priority 1", "not P2 but P1", "🔴 P1",
                             "Severity Medium, priority P1"}) {
        CAPTURE(text);
        CHECK(priority_in(text) == "P1");
    }
    CHECK(priority_in("p1") == "p1");
    for (const char* text : {"P2 → P0", "P2 -> P0", "P0 or P2", "P3 P0", "P0 (was P2)", "P\uFF10", "PO"}) {
        CAPTURE(text);
        CHECK(priority_in(text) == "P0");
    }
    CHECK(priority_in("PO to decide").empty());
    for (const char* text : {"", "TBC", "High", "step 1", "1 of 3", "P12"}) {
        CAPTURE(text);
        CHECK(priority_in(text).empty());
    }
}
