#include "base/written_date.hpp"

#include <doctest/doctest.h>
#include <string>

using docs_lint::base::find_written_date;
using docs_lint::base::to_string;

namespace {

/// The date, or `none`; both readings where there are two.
std::string read(const char* text) {
    const auto found = find_written_date(text);
    if (!found) return "nothing";
    std::string date = found->date ? to_string(*found->date) : "none";
    return found->other ? date + " or " + to_string(*found->other) : date;
}

} // namespace

TEST_CASE("dates in other forms are read") {
    for (const char* text : {"February 18, 2026", "18 February 2026", "18th of Feb. 2026",
                             "Wednesday, Feb 18 2026", "2026/02/18", "2026-2-18", "18.02.2026", "02/18/2026",
                             "18/02/2026", "20260218", "2026\u201102\u201118"}) {
        CAPTURE(text);
        CHECK(read(text) == "2026-02-18");
    }
}

TEST_CASE("two readings are both given, impossible days are none, and other texts hold no date") {
    CHECK(read("03/04/2026") == "2026-04-03 or 2026-03-04");
    CHECK(read("February 30, 2026") == "none");
    for (const char* text : {"", "February 2026", "last week", "Q1 2026", "version 2.10.3"}) {
        CAPTURE(text);
        CHECK(read(text) == "nothing");
    }
}

TEST_CASE("the bytes that were read as a date are told, whatever stands around them and between its parts") {
    for (const char* date :
         {"February 18, 2026", "18 February 2026", "18th of Feb. 2026", "2026/02/18", "2026-2-18",
          "18.02.2026", "02/18/2026", "20260218", "2026\u201102\u201118", "18 \u2013 Feb \u2013 2026"}) {
        CAPTURE(date);
        const std::string text = "on \u2013 " + std::string(date) + " \u2013 at noon";
        const auto found = find_written_date(text);
        REQUIRE(found);
        CHECK(text.substr(found->source.begin, found->source.size()) == date);
    }
}
