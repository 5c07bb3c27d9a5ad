#include "policy/expression.hpp"

#include <doctest/doctest.h>

using docs_lint::policy::Expression;

TEST_CASE("expressions are searched or matched whole, without case") {
    const auto expression = Expression::parse("qa (?:lead|owner)");
    REQUIRE(expression.has_value());
    CHECK(expression->found_in("the QA Lead said"));
    CHECK(expression->matches_whole("QA OWNER"));
    CHECK_FALSE(expression->matches_whole("the QA Owner"));
    CHECK_FALSE(expression->found_in("QA tester"));
}

TEST_CASE("what is malformed, matches everything, or is too large is refused") {
    const auto message = [](const std::string& text) {
        const auto expression = Expression::parse(text);
        return expression ? std::string("accepted") : expression.error().message;
    };
    CHECK(message("a(") == "the pattern cannot be used: missing ): a(");
    CHECK(message("(?=a)").starts_with("the pattern cannot be used: invalid perl operator"));
    CHECK(message("(a)\\1").starts_with("the pattern cannot be used: invalid escape sequence"));
    CHECK(message("") == "the pattern matches the empty text, and so everything");
    CHECK(message("x*") == "the pattern matches the empty text, and so everything");
    CHECK(message("((a{100}){100})").starts_with("the pattern cannot be used: "));
    CHECK(message(std::string(1000, 'a')) == "accepted");
    CHECK(message(std::string(1001, 'a')) == "the pattern is longer than 1000 bytes");
}

TEST_CASE("matches are found from left to right, and empty ones are none") {
    const auto word = docs_lint::policy::Expression::parse("\\bab?\\b");
    REQUIRE(word.has_value());
    CHECK(word->find("ac ab a") == docs_lint::base::Span{3, 5});
    CHECK(word->find("ac ab a", 5) == docs_lint::base::Span{6, 7});
    CHECK_FALSE(word->find("ac").has_value());
    const auto edge = docs_lint::policy::Expression::parse("\\b");
    REQUIRE(edge.has_value());
    CHECK_FALSE(edge->find("some words").has_value());
}

TEST_CASE("named groups give back what they caught") {
    const auto number = docs_lint::policy::Expression::parse("r-(?P<number>\\d+)(?P<rest>x)?");
    REQUIRE(number.has_value());
    CHECK(number->group_names() == std::vector<std::string>{"number", "rest"});
    const auto match = number->match("see R-12 there", 2);
    REQUIRE(match.has_value());
    CHECK(match->whole == docs_lint::base::Span{4, 8});
    CHECK(match->groups.at("number") == "12");
    CHECK(match->groups.at("rest").empty());
    CHECK_FALSE(number->match("see R-12 there", 5).has_value());
}

TEST_CASE("a known expression is compiled when it is first asked, and a wrong one matches nothing") {
    const auto known = docs_lint::policy::Expression::known("b(?P<rest>c+)");
    CHECK(known.is_set());
    CHECK(known.text() == "b(?P<rest>c+)");
    CHECK(known.found_in("aBcc"));
    CHECK(known.group_names() == std::vector<std::string>{"rest"});
    CHECK_FALSE(docs_lint::policy::Expression::known("(").found_in("("));
}
