#include "rules/rule.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace docs_lint;

TEST_CASE("the rule table is sorted, and each rule is found by its id") {
    const auto rules = rules::all_rules();
    REQUIRE(rules.size() > 30);
    CHECK(
        std::is_sorted(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.id < b.id; }));
    for (const rules::Rule& rule : rules) CHECK(rules::find_rule(rule.id) == &rule);
    CHECK(rules::find_rule("no/such-rule") == nullptr);
}

TEST_CASE("a report gives rule and severity, and a milder case lowers it only") {
    diagnostics::Outcome outcome;
    rules::Report report("a/b", diagnostics::Severity::error, outcome);
    report.finding({.message = "m", .location = {}, .help = {}});
    report.finding({.message = "m", .location = {}, .help = {}, .at_most = diagnostics::Severity::warning});
    rules::Report mild("a/c", diagnostics::Severity::information, outcome);
    mild.finding({.message = "m", .location = {}, .help = {}, .at_most = diagnostics::Severity::warning});
    REQUIRE(outcome.findings.size() == 3);
    CHECK(outcome.findings[0].rule == "a/b");
    CHECK(outcome.findings[0].severity == diagnostics::Severity::error);
    CHECK(outcome.findings[1].severity == diagnostics::Severity::warning);
    CHECK(outcome.findings[2].severity == diagnostics::Severity::information);
}
