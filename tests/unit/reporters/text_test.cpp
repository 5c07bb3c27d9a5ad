#include "reporters/text.hpp"

#include <doctest/doctest.h>

using docs_lint::reporters::disarm_commands;
using docs_lint::reporters::place_of;
using docs_lint::reporters::wrap;

TEST_CASE("text is wrapped at blanks and words are never cut") {
    CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrap("one two three", 6) == std::vector<std::string>{"one", "two", "three"});
    CHECK(wrap("a incomprehensible b", 5) == std::vector<std::string>{"a", "incomprehensible", "b"});
    CHECK(wrap("", 5) == std::vector<std::string>{""});
}

TEST_CASE("blanks inside a line stay as they are") {
    CHECK(wrap("a  b.md:1", 20) == std::vector<std::string>{"a  b.md:1"});
    CHECK(wrap("aaaa  b", 5) == std::vector<std::string>{"aaaa", "b"});
}

TEST_CASE("wrapping counts terminal columns") {
    CHECK(wrap("状態 状態", 8) == std::vector<std::string>{"状態", "状態"});
    CHECK(wrap("状態 状態", 9) == std::vector<std::string>{"状態 状態"});
}

TEST_CASE("commands of build runners are broken") {
    CHECK(disarm_commands("::error::x") == ": :error::x");
    CHECK(disarm_commands("a\n  ::set-output x") == "a\n  : :set-output x");
    CHECK(disarm_commands("\u00A0\u2003::x") == "\u00A0\u2003: :x");
    CHECK(disarm_commands("a ##[error] b") == "a # #[error] b");
    CHECK(disarm_commands("##vso[task.complete]") == "# #vso[task.complete]");
    CHECK(disarm_commands("####[group]") == "### #[group]");
}

TEST_CASE("what is no command stays as it is") {
    for (const char* text :
         {"std::vector", "a\nb :: c", "## heading [link]", "##", "#[x]", "##1[x]", "", "\n\n"})
        CHECK(disarm_commands(text) == text);
}

TEST_CASE("a place names its commit where it is not the checked version") {
    docs_lint::diagnostics::Location location;
    location.path = "docs/\x1b.md";
    location.begin = {12, 3};
    CHECK(place_of(location) == "docs/<U+001B>.md:12:3");
    location.commit = "1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b";
    CHECK(place_of(location) == "docs/<U+001B>.md:12:3 @ 1a2b3c4d5e");
    location.path.clear();
    CHECK(place_of(location) == "(the repository)");
}

TEST_CASE("a tab in a name is not taken for a blank") {
    docs_lint::diagnostics::Location location;
    location.path = "docs/a\tb.md";
    CHECK(place_of(location) == "docs/a<U+0009>b.md:1:1");
}

TEST_CASE("a message that names its commit is not told of it twice") {
    docs_lint::diagnostics::Location location;
    location.commit = "1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b";
    CHECK(docs_lint::reporters::with_version("commit 1a2b3c4d5e deletes it", location) ==
          "commit 1a2b3c4d5e deletes it");
    CHECK(docs_lint::reporters::with_version("this was deleted", location) ==
          "this was deleted (in commit 1a2b3c4d5e)");
    location.commit.clear();
    CHECK(docs_lint::reporters::with_version("this was deleted", location) == "this was deleted");
}
