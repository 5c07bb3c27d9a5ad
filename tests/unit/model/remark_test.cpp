#include "model/remark.hpp"
#include "unit/model/support.hpp"

using namespace docs_lint;

namespace {

std::string doubtful(std::string_view behind_date) {
    const policy::Policy& policy = tests::built_in_policy();
    return model::doubtful_remark(behind_date, *base::parse_moment("2026-03-02"), policy.sign_off,
                                  policy.roles);
}

} // namespace

TEST_CASE("a remark that could take a sign-off back is doubtful, whatever its words are") {
    for (const char* remark :
         {"Head of Engineering frowned", "read only", "Yes = seen", "never spoke to the owner",
          "see the objection of the Product Owner", "effective 2026-04-01", "from 2026-04-01",
          "in Vertretung", "a = b", "the author's guess", "written by a bot", "1 of 2 signatures outstanding",
          "Product Owner: no", "* seen", "reviewed <later>", "unread"}) {
        CAPTURE(std::string(remark));
        CHECK(doubtful(remark) == remark);
    }
    CHECK(doubtful(" (Head of Engineering frowned)") == "(Head of Engineering frowned)");
    CHECK(doubtful("; 2026-02-30") == "2026-02-30");
}

TEST_CASE("a remark of words that take nothing back is none to ask about") {
    for (const char* remark : {"",
                               ".",
                               " ✅",
                               ", by e-mail",
                               " (by mail of 2026-03-01)",
                               " — no objections",
                               " (in writing)",
                               ". Run on the staging system",
                               ", after the run of 2026-03-01",
                               " (Sam Fox)",
                               ", J. A. Fox-Berg",
                               ", confirmed by Sam Fox",
                               " (seen by the Head of Engineering)",
                               "; Product Owner",
                               ", 14:05 UTC",
                               " via Slack (#defects)",
                               " — PR #214, commit 1f2e3d4",
                               ", see https://example.org/a/1",
                               " (docs/notes/totals.md)",
                               " (nothing open, no objections)",
                               " — all values as expected",
                               " (\"The result agrees with §2.1 v1.1.\")",
                               ", re-tested on staging",
                               " (no longer reproduces)",
                               "[^1] By mail.",
                               " (read by the product owner)"}) {
        CAPTURE(std::string(remark));
        CHECK(doubtful(remark).empty());
    }
}
