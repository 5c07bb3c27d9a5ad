#include "support/desk.hpp"

#include <doctest/doctest.h>
#include <string>
#include <vector>

// Evidence that is written, signed and validated, and does not say what its item asks for; beside it,
// evidence that does, in the words of different people.

using namespace docs_lint::tests;

namespace {

struct Words {
    std::string item;
    std::string evidence;
};

constexpr const char* kRule = "gate/evidence-kind";

void refuse_each(const std::vector<Words>& all, const std::string& rule = kRule) {
    const Desk desk;
    for (const auto& [item, evidence] : all) {
        CAPTURE(item);
        CAPTURE(evidence);
        DefectRecord record = desk.record();
        record.item(item).evidence = evidence;
        desk.refuse(record, rule);
    }
}

void pass_each(const std::vector<Words>& all) {
    const Desk desk;
    for (const auto& [item, evidence] : all) {
        CAPTURE(item);
        CAPTURE(evidence);
        DefectRecord record = desk.record();
        record.item(item).evidence = evidence;
        desk.pass(record);
    }
}

} // namespace

TEST_CASE("another role confirms inside the evidence") {
    refuse_each({
        {"FS.4", "No API contract change — confirmed by Engineering Owner"},
        {"FS.4", "No API contract change — confirmed by PMO Lead"},
    });
}

TEST_CASE("a severity without a reason, or not settled") {
    refuse_each({
        {"T.2", "Severity: Medium (P2)"},
        {"T.2", "Severity Medium, P2, no rationale"},
        {"T.2", "Severity Medium, P2, rationale: n/a"},
        {"T.2", "Severity Medium, P2, still under discussion with the Product Owner"},
    });
}

TEST_CASE("an owner or a deadline that is none") {
    refuse_each({
        {"T.4", "Engineering Owner assigned on 2026-02-03, no deadline"},
        {"T.4", "Engineering Owner assigned on 2026-02-03, deadline: ASAP"},
        {"T.4", "No engineering owner, root cause due by 2026-02-06"},
        {"T.4", "Owner: unknown, deadline 2026-02-06 for the root cause"},
        {"T.4", "Head of Engineering will assign an engineer by 2026-02-06"},
    });
}

TEST_CASE("a calculation by hand that is denied, deferred or replaced") {
    refuse_each({
        {"FS.3", "New expected value 4, not calculated by hand"},
        {"FS.3", "New expected value 4, without a hand calculation"},
        {"FS.3", "New expected value 4, hand calculation will be done after the fix"},
        {"FS.3", "New expected value 4; instead of a hand calculation we ran the code"},
    });
}

TEST_CASE("words for a result that tell of something else") {
    refuse_each({
        {"V.1", "Passed to QA Lead for verification on 2026-02-12"},
        {"V.1", "Test passed on to QA Lead on 2026-02-12"},
        {"V.1", "The deadline has passed on 2026-02-12, staging system"},
        {"V.1", "Deployment successful on 2026-02-12, staging system"},
        {"V.1", "As expected, the fault is still visible on 2026-02-12"},
        {"V.1", "On 2026-02-12 the report behaves as before"},
        {"V.3", "Quarterly report and export passed on to QA for checking"},
        {"V.3", "Quarterly report and export: no regressions expected"},
        {"V.3", "No regression test was run for the quarterly report and export"},
        {"V.3", "Quarterly report and export: 11 passed, 1 error"},
        {"V.3", "Quarterly report and export: all passed but one"},
        {"V.3", "Quarterly report and export: most tests passed"},
        {"V.3", "Quarterly report and export, result: 2/10"},
        {"V.3", "Quarterly report and export, result: 3 failures"},
        {"V.3", "Quarterly report and export: 3/10 cases OK"},
    });
}

TEST_CASE("evidence that says the opposite of its item, in words that people use") {
    refuse_each({
        {"T.3", "QA Lead failed to reproduce it by the three steps of the report"},
        {"T.3", "QA Lead couldn't reproduce it by the three steps of the report"},
        {"RC.1", "The root cause has not been found in src/metrics/rounding.py"},
        {"RC.1", "Root cause: unknown, perhaps in src/metrics/rounding.py"},
        {"RC.3", "The regression surface has not been identified by the Engineering Owner"},
        {"FS.4", "openapi.yaml update required, not scoped for this PR"},
        {"FS.4", "openapi.yaml update required, scoped for another PR"},
        {"I.4", "src/metrics/rounding.py: patch verification was skipped this time"},
        {"V.1", "Passed on 2026-02-12? The fault can still be reproduced on the staging system"},
        {"V.3", "Quarterly report passed, and a regression has been found in the export"},
        {"V.3", "Quarterly report passed, export was never tested"},
        {"V.4", "Metrics Definitions Owner did not approve the fix of the sum"},
        {"V.4", "Metrics Definitions Owner has not replied to the question of 2026-02-12"},
    });
}

TEST_CASE("confirmations that are none yet, or no more") {
    const Desk desk;
    for (const std::string text :
         {"2026-02-13 or later", "2026-02-13 at the latest", "2026-02-13 (estimated)",
          "2026-02-13, requested", "2026-02-13, reminder sent", "2026-02-13, silence is consent",
          "2026-02-13 by word of mouth", "2026-02-13 (thumbs up in chat)", "2026-02-13, export excluded",
          "2026-02-13, in error", "2026-02-13, for another defect", "2026-02-13 (placeholder)",
          "2026-02-13 (auto-confirmed by the agent)", "2026-02-13 (no response received)",
          "2026-02-13 (signed in advance)", "2026-02-13; Head of Engineering disagrees"}) {
        CAPTURE(text);
        DefectRecord record = desk.record();
        record.item("V.1").owner = "Yes — QA Lead, " + text;
        desk.refuse(record, "gate/owner-unconfirmed");
        record = desk.record();
        record.item("V.1").validation = "Pass — PMO Lead, " + text;
        desk.refuse(record, "gate/pmo-unvalidated");
    }
}

TEST_CASE("control: evidence in the words of different people") {
    pass_each({
        {"T.1", "docs/specs/metrics/rounding.md v1.0, chapter 2"},
        {"T.2", "Medium (P2): wrong totals, and a workaround exists"},
        {"RC.1", "src/metrics/rounding.py counts pending orders as settled"},
        {"RC.1", "src/metrics/rounding.py fails to follow the spec when it rounds"},
        {"RC.2", "Spec update required? Yes. Reason: the spec leaves the order of rounding open"},
        {"RC.3", "The quarterly report, the export. Not affected: login, billing, onboarding."},
        {"FS.3", "No validation update required — the metric is not affected"},
        {"I.2", "not required ✅"},
        {"I.2", "Not required per FS.3."},
        {"I.2", "N/A — not required"},
        {"I.3", "Not applicable per FS.4"},
        {"V.1", "Test method: manual, three steps on staging. Result: 4, as §2 asks. Date: 2026-02-12"},
        {"V.1", "Three steps repeated on 2026-02-12, expected 4, actual 4"},
        {"V.2", "Validation is not affected — confirmed"},
        {"V.2", "N/A — validation not affected, confirmed by the run of that day"},
        {"V.3", "Quarterly report and export: OK"},
        {"V.3", "10/10 cases OK for the quarterly report and its export"},
        {"V.3", "Regression suite (214 tests) green, quarterly report and export included"},
        {"V.4", "P2, sign-off not required"},
        {"V.4", "Sign-off not required (P2)"},
        {"V.4", "P2: no sign-off required"},
        {"V.4", "P2 — sign-off is not required"},
        {"V.4", "P2 defect — sign-off not required"},
    });
}

TEST_CASE("control: what is said of a sign-off and takes nothing back") {
    const Desk desk;
    for (const std::string text : {"2026-02-13", "2026-02-13 (no objections)", "2026-02-13, by mail"}) {
        CAPTURE(text);
        DefectRecord record = desk.record();
        record.item("V.1").owner = "Yes — QA Lead, " + text;
        desk.pass(record);
    }
}

TEST_CASE("a defect that is confirmed against something that is no canonical specification") {
    refuse_each({
        {"T.1", "README.md, §1, v1.0"},
        {"T.1", "src/metrics/rounding.py, §2, v1.0"},
        {"T.1", "docs/product/changelog.md, §1.1, v1.1"},
        {"T.1", "docs/product/phase_gates/defect-104-rounding-phase-gate.md, §2, v1.0"},
        {"T.1", "docs/api/openapi.yaml, §info, v1.0"},
    });
}

TEST_CASE("a result that is only what should be") {
    refuse_each({
        {"V.1", "Steps repeated on staging on 2026-02-12: total must be 42 as §2 requires"},
        {"V.1", "Steps repeated on staging on 2026-02-12: total is not as §2 requires"},
        {"V.1", "Report on staging, 2026-02-12: CI green; expected 42, actual 41"},
        {"V.1", "Not tested on staging, 2026-02-12: by reading the code the total is 42 as §2 requires"},
        {"V.1", "If the result is OK we close it; steps 1 to 3, 2026-02-12"},
        {"V.1", "Steps 1 to 3, 2026-02-12: hopefully without failure"},
        {"V.3", "Quarterly report and export: hope that none failed, TC-12"},
        {"V.3", "Quarterly report and export, TC-12: no new defects were looked for"},
    });
}

TEST_CASE("a test that passed, and nobody says what was tested or how") {
    refuse_each({
        {"V.1", "Passed on 2026-02-12"},
        {"V.1", "QA Lead verified on 2026-02-12 that the defect is resolved: result: ok"},
        {"V.1", "2026-02-12: no longer reproduces"},
        {"V.3", "No regressions"},
        {"V.3", "QA checked everything: all passed"},
    });
}

TEST_CASE("evidence that denies what its item asks for, in more words") {
    refuse_each({
        {"T.1", "docs/specs/metrics/rounding.md, §2, v1.0 does not cover this"},
        {"T.1", "Tribal knowledge, docs/specs/metrics/rounding.md §2 v1.0 has a gap here"},
        {"T.3", "Reproduction not attempted, it is obvious from the code"},
        {"T.4", "Somebody of the team, due 2026-02-06"},
        {"I.1", "First half of the fix in commit 1234567, second half on Monday"},
        {"V.1", "Passed on 2026-02-12, test method not recorded"},
        {"V.1", "Expected: 42. Actual: 43. 2026-02-12, steps 1-3"},
        {"V.1", "2026-02-12 CI is not green, tests/test_rounding.py"},
        {"V.1", "No CI run was green on 2026-02-12"},
        {"V.1", "CI would be green on 2026-02-12 with the fix"},
        {"V.1", "2026-02-12: steps 1-3 — ok?"},
        {"V.1", "2026-02-12 report ok if tests are run"},
        {"V.1", "2026-02-12 tests/test_rounding.py: ✅ (planned)"},
        {"V.1", "Steps 1-3 2026-02-12: all correct except step 3"},
        {"V.3", "Quarterly report and export: ✅ to be done"},
        {"V.3", "Quarterly report and export: no issues found because nothing was tested"},
        {"V.3", "Quarterly report, export: 0 failing, 12 skipped, none run"},
        {"V.1", "Passed on 2026-02-12, LGTM, thanks everyone"},
        {"V.3", "Quarterly report and export: all passed, untested"},
    });
}

TEST_CASE("control: results as QA people write them") {
    pass_each({
        {"V.1", "Steps 1 to 3 on staging, 2026-02-12: the defect can no longer be reproduced"},
        {"V.1", "Steps repeated on staging on 2026-02-12: total is 42 as §2 requires"},
        {"V.1", "Manual run of the report, 2026-02-12: result is OK, all 3 steps OK"},
        {"V.3", "TC-12 to TC-18 of the quarterly report and its export run on 2026-02-12: none failed"},
        {"V.3", "Quarterly report and export checked by hand without regressions"},
        {"V.3", "7 of 7 test cases OK for the quarterly report and its export"},
        {"V.1", "CI run 4711 green on 2026-02-12, tests/test_rounding.py"},
        {"V.1", "Steps 1-3 (2026-02-12) — ok"},
        {"V.1", "Steps 1-3 on 2026-02-12, no errors: ok"},
        {"V.1", "The fault was not there any more on 2026-02-12, suite green"},
        {"V.1", "Expected: 42. Actual: 42. 2026-02-12, steps 1-3"},
        {"V.1", "Observed 42, expected 42, steps 1-3 on 2026-02-12"},
        {"V.1", "Steps 1-3 on staging 2026-02-12: could not reproduce"},
        {"V.1", "T.3 retested 2026-02-12: pass"},
        {"T.3", "Reproduced on staging with portfolio ID 1234: the total shows 43"},
        {"T.1", "docs/specs/metrics/rounding.md, §2, V1.0"},
        {"T.1", "docs/specs/metrics/rounding.md, sections 1 and 2, ver. 1.0"},
    });
}
