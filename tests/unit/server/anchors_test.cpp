#include "server/anchors.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;
using server::EditedText;
using server::EditorRange;
using server::Encoding;

namespace {

diagnostics::Location at(std::size_t line, const std::string& text, std::size_t begin = 1,
                         std::size_t end = 2) {
    diagnostics::Location location = diagnostics::whole_document("a.md");
    location.begin = {line, begin};
    location.end = {line, end};
    location.line_text = text;
    return location;
}

const EditedText kText("new\none\ntwo\none\n", Encoding::utf16);

} // namespace

TEST_CASE("a place goes with its line") {
    CHECK(server::anchored(at(2, "two"), kText).begin.line == 3);
    CHECK(server::anchored(at(2, "two"), kText).end.line == 3);
    CHECK(server::anchored(at(3, "two"), kText) == at(3, "two"));
}

TEST_CASE("of several lines that read so the nearest one is meant") {
    CHECK(server::anchored(at(1, "one"), kText).begin.line == 2);
    CHECK(server::anchored(at(9, "one"), kText).begin.line == 4);
}

TEST_CASE("a line that is gone keeps its number, as far as there are lines") {
    CHECK(server::anchored(at(2, "gone"), kText).begin.line == 2);
    CHECK(server::anchored(at(99, "gone"), kText).begin.line == 5);
}

TEST_CASE("a line of another version is looked for, and else the first one is meant") {
    diagnostics::Location location = at(1, "two");
    location.commit = std::string(40, 'a');
    CHECK(server::anchored(location, kText).begin.line == 3);
    location.line_text = "gone";
    CHECK(server::range_in(server::anchored(location, kText), kText) == EditorRange{{0, 0}, {0, 3}});
}

TEST_CASE("a whole document is its first line, a place without width the rest of its line") {
    CHECK(server::range_in(diagnostics::whole_document("a.md"), kText) == EditorRange{{0, 0}, {0, 3}});
    CHECK(server::range_in(at(3, "two", 2, 2), kText) == EditorRange{{2, 1}, {2, 3}});
    CHECK(server::range_in(at(3, "two", 1, 3), kText) == EditorRange{{2, 0}, {2, 2}});
}

TEST_CASE("a place elsewhere is counted in the line that it quotes") {
    CHECK(server::range_elsewhere(at(4, "é📦z", 2, 4), Encoding::utf16) == EditorRange{{3, 1}, {3, 4}});
    CHECK(server::range_elsewhere(at(4, "é📦z", 2, 4), Encoding::utf8) == EditorRange{{3, 2}, {3, 7}});
    diagnostics::Location several = at(4, "é📦z", 2);
    several.end = {6, 2};
    CHECK(server::range_elsewhere(several, Encoding::utf16) == EditorRange{{3, 1}, {3, 4}});
}
