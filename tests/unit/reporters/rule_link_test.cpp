#include "reporters/format.hpp"
#include "reporters/rule_link.hpp"
#include "unit/reporters/results.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;
using reporters::linked_rule;

namespace {

constexpr const char* kRule = "gate/out-of-order";
constexpr const char* kLink =
    "\x1b]8;;file:///opt/a%20b/docs/gate/out-of-order.md\x1b\\gate/out-of-order\x1b]8;;\x1b\\";

reporters::Options on_a_terminal() {
    reporters::Options options;
    options.colour = true;
    options.pages = "/opt/a b/docs";
    return options;
}

} // namespace

TEST_CASE("the id of a built-in rule is a link to its page") {
    CHECK(linked_rule(kRule, on_a_terminal()) == kLink);
    auto result = tests::result_with(
        tests::finding(diagnostics::Severity::error, "m", tests::place("docs/a.md", "text", "text")));
    result.outcome.findings[0].rule = kRule;
    CHECK(reporters::render_full(result, on_a_terminal()).find(kLink) != std::string::npos);
    CHECK(reporters::render_concise(result, on_a_terminal()).find(kLink) != std::string::npos);
}

TEST_CASE("there is no link without a page, without colour, and in a hook") {
    CHECK(linked_rule("team/own", on_a_terminal()) == "team/own");
    CHECK(linked_rule("team/\x1b]8", on_a_terminal()).find('\x1b') == std::string::npos);
    auto without_pages = on_a_terminal();
    without_pages.pages.clear();
    CHECK(linked_rule(kRule, without_pages) == kRule);
    auto without_colour = on_a_terminal();
    without_colour.colour = false;
    CHECK(linked_rule(kRule, without_colour) == kRule);
    auto hook = on_a_terminal();
    hook.hook = true;
    CHECK(linked_rule(kRule, hook) == kRule);
}
