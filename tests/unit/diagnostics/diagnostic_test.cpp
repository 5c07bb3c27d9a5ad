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
