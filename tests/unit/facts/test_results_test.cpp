#include "facts/test_results.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

TEST_CASE("a result that says that something failed, or is only hoped for, is none") {
    for (const char* text : {"Passed: 0, failed: 7, on 2026-02-12",
                             "passes 3, fails 4",
                             "3 of 7 tests passed on 2026-02-12",
                             "Passed 3 out of 7",
                             "2 tests failed, 5 passed",
                             "Passed? on 2026-02-12",
                             "Expected to pass on 2026-02-12",
                             "It will pass",
                             "Pass rate 40 %",
                             "pass rate: 99.5%",
                             "Pass rate 40 %. Before the fix it was 20 %",
                             "All passed on 2026-02-12 except the rounding test",
                             "7 failures; all others passed",
                             "Before the fix 2 failed; now 1 test failed",
                             "Case 14 failed",
                             "Cases: 14 failed",
                             "CI green; expected 4, actual 5",
                             "Expected: 4. Actual: 5. CI green on 2026-02-12",
                             "expected 4 and got 5",
                             "Actual 5 — expected 4",
                             "Run 1: expected 4, actual 4; run 2: expected 4, actual 5"}) {
        INFO(std::string(text));
        CHECK(facts::tells_of_failure(text));
    }
}

TEST_CASE("a result that tells of the time before the fix, or counts no failure, stands") {
    for (const char* text :
         {"Passed: 7, failed: 0, on 2026-02-12", "7 of 7 tests passed", "3/3 passed", "0 failures, 12 passed",
          "Before the fix 2 tests failed; all 7 passed on 2026-02-12", "Pass rate 100 %", "no failures",
          "Case 14 failed before the fix", "Case 14 failed on the unfixed build and passes now",
          "All passed on 2026-02-12: 58, 61 and 66 rooms", "Passed on 4 of 5 browsers' oldest versions",
          "Before the fix: expected 4, actual 5", "expected 4, actual 5 before; now expected 4, actual 4",
          "Case 1: expected 4, actual 4; expected 5, actual 5"}) {
        INFO(std::string(text));
        CHECK_FALSE(facts::tells_of_failure(text));
    }
}

TEST_CASE("a failure in words or by a sign") {
    for (const char* text :
         {"Result: FAIL on 2026-02-12; earlier runs passed",
          "Result: FAIL on 2026-02-12, earlier runs passed",
          "Cases 12 and 13: passed on 2026-02-12; case 14: FAIL", "2026-02-12: report PASS, export FAIL",
          "Passed on 2026-02-12 on staging; failed on production",
          "Passed on 2026-02-12 for the report; the export did not pass", "12 cases passed, two failed",
          "All passed: cases 12 to 18 Test case 14: FAIL", "All passed: cases 12 to 18 test case 14 ❌",
          "All passed, and the export failed", "Passed on staging but failed on production",
          "Passed; no regressions in the report: the export failed", "Test 14 fails, all others pass now",
          "Passed for lists. Test case 14 not passed.", "Version 0.4.1 passed; 0.4.2 failed on 2026-02-12",
          "Passed on 2026-02-11; failed on 2026-02-12", "Result: Fail (all cases of last week passed)",
          "None of the exports passed", "Report passed — export failed"}) {
        INFO(std::string(text));
        CHECK(facts::tells_of_failure(text));
    }
}

TEST_CASE("words for a failure that tell of none") {
    for (const char* text : {"No test failed",
                             "None of the 12 test cases of the export failed; all passed",
                             "none failed",
                             "0 failed",
                             "Failed before the fix, passes now",
                             "Before the fix, case 14 failed; it passed on 2026-02-12",
                             "The case that failed at triage passes",
                             "Cases which failed: none; all passed",
                             "PASS; failed tests: 0",
                             "FAIL: 0, PASS: 12",
                             "Nothing failed, all passed",
                             "All passed: failed payments are listed in red",
                             "Passed: an order is marked as failed, and shown",
                             "Passed; the import of a broken file failed as expected",
                             "The export failed on 2026-02-11; passed on 2026-02-12",
                             "The export failed on a full disk; repeated: passed",
                             "First run: case 14 failed, second run passed",
                             "FAIL → PASS on 2026-02-12",
                             "❌ before the fix, ✅ on 2026-02-12",
                             "Case 14 fails on the old version and passes on the new one",
                             "Pass/Fail: Pass on 2026-02-12",
                             "Passed: when a payment failed, the list shows it",
                             "All passed; the job does not pass rounded values on",
                             "Passed, not one case failed",
                             "The steps no longer fail; passed on 2026-02-12",
                             "Passed: the fail-over took 2 s",
                             "Passed on 2026-02-12: no failed cases",
                             "All passed: 58 ❌ → 58 ✅",
                             "Reproduction of 2026-02-03 failed on the total; passed on 2026-02-12"}) {
        INFO(std::string(text));
        CHECK_FALSE(facts::tells_of_failure(text));
    }
}
