#include "unit/model/support.hpp"

#include <algorithm>

using namespace docs_lint;

namespace {

/// Some place of the record claims that gate RC has passed.
bool claims_gate(const std::string& notes) {
    const auto document = tests::read_record("# Record\n\n## Notes\n\n" + notes + "\n");
    return std::any_of(document.gates.begin(), document.gates.end(), [](const model::Gate& gate) {
        return gate.id == "RC" && std::any_of(gate.statuses.begin(), gate.statuses.end(),
                                              [](const auto& status) { return status.passed; });
    });
}

} // namespace

TEST_CASE("a gate is claimed in many words") {
    for (const char* notes : {"Gate RC passed on 2026-03-02",
                              "Gate RC passed on 2026-03-02.",
                              "Gate RC: passed",
                              "Gate RC — passed",
                              "- Gate RC: passed",
                              "- Gate RC passed on 2026-03-02",
                              "- [x] Gate RC",
                              "- [x] Gate RC passed",
                              "- ☑ Gate RC",
                              "- ✅ Gate RC",
                              "**Gate RC passed.**",
                              "**Gate RC** passed on 2026-03-02",
                              "Gate RC has passed.",
                              "Gate RC was passed on 2026-03-02 by the PMO Lead.",
                              "Gate RC is closed.",
                              "Gate RC has been approved by the PMO Lead.",
                              "RC gate passed on 2026-03-02",
                              "All items of Gate RC passed on 2026-03-02.",
                              "We passed Gate RC on 2026-03-02.",
                              "On 2026-03-02 Gate RC passed.",
                              "2026-03-02: Gate RC passed",
                              "Passed: Gate RC",
                              "- 2026-03-02 — Gate RC passed",
                              "| Gate | Decision | Date |\n|---|---|---|\n| RC | Passed | 2026-03-02 |",
                              "| Gate | Result | Date |\n|---|---|---|\n| Gate RC | Pass | 2026-03-02 |",
                              "| Gate | Passed | Date |\n|---|---|---|\n| RC | Yes | 2026-03-02 |",
                              "| Gate | Passed |\n|---|---|\n| RC | ✅ |",
                              "| Gate | Passed on |\n|---|---|\n| RC | 2026-03-02 |",
                              "| Gate | Date passed |\n|---|---|\n| RC | 2026-03-02 |",
                              "Gates T and RC passed.",
                              "Gates passed: T, RC"}) {
        CAPTURE(notes);
        CHECK(claims_gate(notes));
    }
}

TEST_CASE("what is to come, what is asked and what is denied claims no gate") {
    for (const char* notes : {"once Gate RC has passed, the team moves on",
                              "Once Gate RC has passed, the team moves on.",
                              "**On Gate RC pass:** State transitions to `FIX_SCOPE`.",
                              "On Gate RC pass: the state changes",
                              "Gate RC not passed",
                              "Gate RC has not passed yet.",
                              "Gate RC must pass before the fix.",
                              "Gate RC passes when all three items are signed.",
                              "After Gate RC has passed the fix is scoped.",
                              "When Gate RC passed, tell QA.",
                              "Gate RC will be passed on 2026-03-05.",
                              "Gate RC is to be passed on 2026-03-05.",
                              "Gate RC is expected to pass next week.",
                              "If Gate RC is passed, proceed.",
                              "Gate RC cannot be passed before the cause is known.",
                              "- [ ] Gate RC",
                              "- [ ] Gate RC passed",
                              "Gate RC: pending",
                              "Gate RC: open",
                              "Has Gate RC passed?",
                              "Gate RC passed?",
                              "> Gate RC passed on 2026-03-02",
                              "| Gate | Decision | Date |\n|---|---|---|\n| RC | pending | — |",
                              "| Gate | Decision | Date |\n|---|---|---|\n| RC | | |",
                              "| Gate | Passed | Date |\n|---|---|---|\n| RC | No | |",
                              "| Gate | Passed | Date |\n|---|---|---|\n| RC | — | — |",
                              "| Gate | Passed on |\n|---|---|\n| RC | — |",
                              "| Gate | Purpose |\n|---|---|\n| RC | Root cause is confirmed |",
                              "| Gate | Opens when passed |\n|---|---|\n| RC | FIX_SCOPE |",
                              "| Step | Gate |\n|---|---|\n| Find the cause | Gate RC passed |",
                              "No fix is written before Gate RC is passed.",
                              "The fix is scoped as soon as Gate RC is closed.",
                              "* [X] Gate RC — root cause",
                              "- [x] Gate RC: collect the evidence",
                              "| Milestone | Target |\n|---|---|\n| Gate RC passed | 2026-03-09 |"}) {
        CAPTURE(notes);
        CHECK_FALSE(claims_gate(notes));
    }
}

TEST_CASE("where the state went back, sentences tell of the time before") {
    CHECK_FALSE(claims_gate("Gate RC passed on 2026-03-02.\n\n| From | To | Date |\n|---|---|---|\n"
                            "| FIX_SCOPE | ROOT_CAUSE | 2026-03-03 |"));
    CHECK(claims_gate("Gate RC passed on 2026-03-02.\n\n| From | To | Date |\n|---|---|---|\n"
                      "| ROOT_CAUSE | FIX_SCOPE | 2026-03-03 |"));
}
