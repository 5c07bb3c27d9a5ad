#include "facts/test_results.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

TEST_CASE("a result that says that something failed, or is only hoped for, is none") {
    for (const char* text :
         {"Passed: 0, failed: 7, on 2026-02-12", "passes 3, fails 4", "3 of 7 tests passed on 2026-02-12",
          "Passed 3 out of 7", "2 tests failed, 5 passed", "Passed? on 2026-02-12",
          "Expected to pass on 2026-02-12", "It will pass", "Pass rate 40 %", "pass rate: 99.5%",
          "All passed on 2026-02-12 except the rounding test", "7 failures; all others passed",
          "Before the fix 2 failed; now 1 test failed"}) {
        INFO(text);
        CHECK(facts::tells_of_failure(text));
    }
}

TEST_CASE("a result that tells of the time before the fix, or counts no failure, stands") {
    for (const char* text :
         {"Passed: 7, failed: 0, on 2026-02-12", "7 of 7 tests passed", "3/3 passed", "0 failures, 12 passed",
          "Before the fix 2 tests failed; all 7 passed on 2026-02-12", "Pass rate 100 %", "no failures",
          "All passed on 2026-02-12: 58, 61 and 66 rooms", "Passed on 4 of 5 browsers' oldest versions"}) {
        INFO(text);
        CHECK_FALSE(facts::tells_of_failure(text));
    }
}
