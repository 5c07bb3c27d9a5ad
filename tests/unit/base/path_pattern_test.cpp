#include "base/path_pattern.hpp"

#include <doctest/doctest.h>
#include <string>

using docs_lint::base::PathPattern;

namespace {

bool matches(const char* pattern, const char* path) {
    return PathPattern::parse(pattern)->matches(path);
}

} // namespace

TEST_CASE("stars stay inside a folder, double stars do not") {
    CHECK(matches("docs/*.md", "docs/a.md"));
    CHECK_FALSE(matches("docs/*.md", "docs/b/a.md"));
    CHECK(matches("docs/**/*.md", "docs/a.md"));
    CHECK(matches("docs/**/*.md", "docs/b/c/a.md"));
    CHECK(matches("docs/**", "docs/b/c"));
    CHECK_FALSE(matches("docs/**", "other/docs/b"));
}

TEST_CASE("other characters stand for themselves") {
    CHECK(matches("a & b — (c)+[d].md", "a & b — (c)+[d].md"));
    CHECK_FALSE(matches("a.md", "abmd"));
    CHECK_FALSE(matches("a.md", "A.md"));
}

TEST_CASE("placeholders give back what they stood for") {
    const auto pattern = PathPattern::parse("gates/defect-{id}-{slug}-phase-gate.md");
    const auto found = pattern->match("gates/defect-BLG-TECH-01-wrong-rate-phase-gate.md");
    REQUIRE(found.has_value());
    CHECK(found->at("id") == "BLG-TECH-01");
    CHECK(found->at("slug") == "wrong-rate");
    CHECK(pattern->match("gates/defect-DEF-2026-014-x-phase-gate.md")->at("id") == "DEF-2026-014");
    CHECK(pattern->match("gates/defect-042-x-phase-gate.md")->at("id") == "042");
    CHECK_FALSE(pattern->match("gates/deep/defect-1-x-phase-gate.md").has_value());
}

TEST_CASE("a pattern that cannot be used says so") {
    CHECK_FALSE(PathPattern::parse("").has_value());
    CHECK_FALSE(PathPattern::parse("a/{id").has_value());
    CHECK_FALSE(PathPattern::parse("a/{}").has_value());
    CHECK_FALSE(PathPattern::parse("{id}/{id}").has_value());
}

TEST_CASE("the ends of a pattern decide nothing that its middle does not") {
    CHECK(matches("**/README.md", "README.md"));
    CHECK(matches("**/README.md", "a/b/README.md"));
    CHECK_FALSE(matches("**/README.md", "a/xREADME.md"));
    CHECK_FALSE(matches("**/README.md", "README.md.txt"));
    CHECK(matches("docs/a", "docs/a"));
    CHECK_FALSE(matches("docs/a", "docs/a/a"));
    CHECK_FALSE(matches("docs/ab*ba", "docs/aba")); // both ends are there, but share a letter
    CHECK_FALSE(matches("docs/ab**ba", "docs/aba"));
    CHECK(matches("docs/ab**ba", "docs/abba"));
    CHECK_FALSE(PathPattern::parse("docs/ab{id}ba")->match("docs/aba").has_value());
    CHECK(PathPattern::parse("docs/a")->match("docs/a").has_value());
    CHECK_FALSE(PathPattern::parse("docs/a")->match("docs/ab").has_value());
    CHECK(matches("docs**", "docs/a"));
    CHECK(matches("**", "any/thing"));
    CHECK_FALSE(matches("docs/{name}.md", "docs/.md"));
}

TEST_CASE("names of placeholders are letters, digits and _") {
    CHECK(PathPattern::parse("a/{item_1}")->has_placeholder("item_1"));
    CHECK_FALSE(PathPattern::parse("a/{item_1}")->has_placeholder("item"));
    CHECK_FALSE(PathPattern::parse("a/{item id}").has_value());
    CHECK_FALSE(PathPattern::parse("a/{item-id}").has_value());
}

TEST_CASE("a pattern that is too long to be compiled says so at once") {
    std::string text = "a/";
    for (int count = 0; count < 500'000; ++count) text += "*?";
    CHECK_FALSE(PathPattern::parse(text).has_value());
}
