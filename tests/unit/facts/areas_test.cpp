#include "facts/areas.hpp"

#include <doctest/doctest.h>

namespace docs_lint::facts {
namespace {

using Names = std::vector<std::string>;

Names areas_of(const std::vector<std::string>& lines) {
    model::Component component;
    for (const std::string& line : lines) {
        markdown::Text text;
        text.text = line;
        component.value.push_back(text);
    }
    return areas_in(component);
}

} // namespace

TEST_CASE("a list is taken apart at commas, semicolons and joining words") {
    CHECK(areas_of({"Price, label and API field; the export"}) ==
          Names{"price", "label", "api field", "the export"});
    CHECK(areas_of({"Price", "Label"}) == Names{"price", "label"});
}

TEST_CASE("a line that was wrapped goes on") {
    CHECK(areas_of({"Printing, export, label of the parcel, price of a quote, field of", "The Hague"}) ==
          Names{"printing", "export", "label of the parcel", "price of a quote", "field of the hague"});
    CHECK(areas_of({"Printing and its export use", "the same sum"}) ==
          Names{"printing", "its export use the same sum"});
}

TEST_CASE("what leads in, explains or denies is no area") {
    CHECK(areas_of({"Written list of the Backend Engineer: price (of a quote, rounded), label — same sum"}) ==
          Names{"price", "label"});
    CHECK(areas_of({"No regression surface beyond the fix location"}).empty());
    CHECK(areas_of({"Price, nothing else uses it"}) == Names{"price"});
}

TEST_CASE("what goes on telling of an area is none") {
    CHECK(areas_of({"The quarterly report, told in the note"}) == Names{"the quarterly report"});
    CHECK(areas_of({"The export, and so does its appendix. It is told below"}) == Names{"the export"});
    CHECK(areas_of({"The export", "The note of that day says the same"}) == Names{"the export"});
}

TEST_CASE("a path is one area, by its file's name") {
    CHECK(areas_of({"`src/report/totals.py` and src/report/print/"}) == Names{"totals.py", "print"});
    CHECK(mentions_area("the totals were added by hand", "totals.py"));
    CHECK(mentions_area("the csv was read once more", "csv.py"));
}

TEST_CASE("any word of an area with a meaning mentions it, in singular or plural") {
    CHECK(mentions_area("Lists were printed again", "printing of lists"));
    CHECK(mentions_area("test_exports.py passed", "the export"));
    CHECK(mentions_area("The quote was checked", "price of the quote"));
    CHECK_FALSE(mentions_area("The label was checked", "price of the quote"));
}

} // namespace docs_lint::facts
