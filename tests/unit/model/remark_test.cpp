#include "model/remark.hpp"
#include "unit/model/support.hpp"

using namespace docs_lint;

namespace {

/// Behind the date of the QA Lead's sign-off.
std::optional<model::DoubtfulRemark> doubtful(std::string_view behind_date) {
    const policy::Policy& policy = tests::built_in_policy();
    const std::vector<model::RoleMention> signers = {{"QA Lead", policy.roles.roles_named("QA Lead"), {}}};
    return model::doubtful_remark(behind_date, *base::parse_moment("2026-03-02"), signers, policy.sign_off,
                                  policy.roles);
}

} // namespace

TEST_CASE("a remark that could take a sign-off back is doubtful, whatever its words are") {
    for (const char* remark : {"Head of Engineering frowned",
                               "read only",
                               "Yes = seen",
                               "never spoke to the owner",
                               "see the objection of the Product Owner",
                               "effective 2026-04-01",
                               "from 2026-04-01",
                               "in Vertretung",
                               "a = b",
                               "the author's guess",
                               "written by a bot",
                               "1 of 2 signatures outstanding",
                               "Product Owner: no",
                               "* seen",
                               "reviewed <later>",
                               "unread",
                               "2 of 3 cases passed",
                               "0 of 12 cases",
                               "0 passed",
                               "2/3",
                               "defect seen again",
                               "Nobody Asked",
                               "Made Up",
                               "by Default",
                               "from Memory",
                               "AI Generated",
                               "by Claude",
                               "#fake",
                               "0-of-12-tested",
                               "signed by the PMO Lead",
                               "given by Head of Engineering",
                               "PMO Lead wrote this",
                               "signed after release",
                               "to review",
                               "for the Product Owner"}) {
        CAPTURE(std::string(remark));
        const auto found = doubtful(remark);
        REQUIRE(found);
        CHECK(found->text == remark);
    }
    CHECK(doubtful(" (Head of Engineering frowned)")->text == "(Head of Engineering frowned)");
    CHECK(doubtful(" (Head of Engineering frowned)")->word == "frowned");
    CHECK(doubtful("; 2026-02-30")->text == "2026-02-30");
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
                               " (read by the product owner)",
                               ", openapi.yaml compared with the contract",
                               " (signoff.pdf)",
                               " by @sfox",
                               ", !212",
                               " — the QA Lead's e-mail",
                               ", mail of Sam Fox",
                               " (by Jan van Dijk)",
                               " by 李伟",
                               " (JS)",
                               ", 9:15 AM",
                               " at 9:15 a.m.",
                               " (Tue)",
                               ", all three components are present and consistent",
                               " — Gate T passes",
                               ", QA Lead notified",
                               " (state is ROOT_CAUSE)",
                               ", TC-12 run",
                               " to the PMO Lead",
                               ", for v1.1",
                               ", comment 4 on PR #12",
                               " (compared against §2)",
                               " — I confirm",
                               ", 12 of 12 cases passed",
                               ", signed by the QA Lead",
                               " (entered by PMO Lead from his mail)",
                               " (after the first fail)",
                               ", expected value 42"}) {
        CAPTURE(std::string(remark));
        const auto found = doubtful(remark);
        CHECK((found ? found->word + " in " + found->text : "") == "");
    }
}
