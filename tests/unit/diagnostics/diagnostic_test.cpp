#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace docs_lint::diagnostics;

namespace {

Diagnostic at_line(std::size_t line, const char* rule = "a/b") {
    Diagnostic finding;
    finding.rule = rule;
    finding.message = "something";
    finding.location = whole_document("x.md");
    finding.location.begin.line = finding.location.end.line = line;
    finding.location.line_text = "the text";
    return finding;
}

} // namespace

TEST_CASE("the order of what comes in does not matter") {
    Outcome forwards{{at_line(1), at_line(2), at_line(2, "a/c")}, {}};
    Outcome backwards{{at_line(2, "a/c"), at_line(2), at_line(1)}, {}};
    finish(forwards);
    finish(backwards);
    CHECK(forwards.findings == backwards.findings);
    CHECK(forwards.findings[0].location.begin.line == 1);
}

TEST_CASE("exact repetitions are dropped") {
    Outcome outcome{{at_line(1), at_line(1)}, {}};
    finish(outcome);
    CHECK(outcome.findings.size() == 1);
}

TEST_CASE("a fingerprint survives lines that are added above, and tells twins apart") {
    Outcome before{{at_line(1), at_line(5)}, {}};
    Outcome after{{at_line(11), at_line(15)}, {}};
    finish(before);
    finish(after);
    CHECK(before.findings[0].fingerprint == after.findings[0].fingerprint);
    CHECK(before.findings[1].fingerprint == after.findings[1].fingerprint);
    CHECK(before.findings[0].fingerprint != before.findings[1].fingerprint);
}

TEST_CASE("what was suppressed has the fingerprint that it would have had, unless a twin was kept") {
    Outcome kept{{at_line(1)}, {}};
    Outcome both{{at_line(1), at_line(5)}, {}};
    Outcome other{{at_line(5, "a/c")}, {}};
    finish(kept);
    finish(both);
    finish(other);
    std::vector<SuppressedFinding> suppressed = {
        {at_line(5, "a/c"), "why", false}, {at_line(5), "why", true}, {at_line(5), "why", true}};
    finish(suppressed, kept);
    REQUIRE(suppressed.size() == 2);
    CHECK(suppressed[0].finding.fingerprint == both.findings[1].fingerprint);
    CHECK(suppressed[1].finding.fingerprint == other.findings[0].fingerprint);
}
