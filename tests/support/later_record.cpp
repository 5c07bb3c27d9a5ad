#include "support/later_record.hpp"

namespace docs_lint::tests {
namespace {

/// One signed item in the shape of version 1.1.
std::string fenced_item(const std::string& id, const std::string& title, const std::string& evidence,
                        const std::string& owner, const std::string& day = "2026-03-03") {
    return "#### " + id + " — " + title + "\n\n```\nEvidence          : " + evidence +
           "\nOwner confirmation: Yes — " + owner + ", " + day +
           "T10:00:00Z\nPMO validation    : Pass — PMO Lead, " + day + "T10:10:00Z\n```\n\n";
}

const std::string kLogOf11 =
    "## State Transition Log\n\n| From | To | Date and Time (UTC) | Gate |\n| --- | --- | --- | --- |\n"
    "| Logged | Triaged | 2026-03-03T10:12:00Z | G1 |\n"
    "| Triaged | Root Cause Identified | 2026-03-03T10:13:00Z | G2 |\n"
    "| Root Cause Identified | Fix In Progress | 2026-03-03T10:14:00Z | G3 |\n\n";

} // namespace

std::string later_record(const TidyCommits& commits, const std::string& deployment) {
    return "# Defect 203\n\n**Owner:** PMO Lead\n**Status:** Active\n**Created:** 2026-02-04\n**Charter "
           "authority:** Defect run v1.1\n\n**Current state:** Fix In Progress\n\n" +
           kLogOf11 + "## G1 — Logged → Triaged\n\n" +
           fenced_item("G1.1", "Defect confirmed against the canonical spec",
                       "docs/specs/metrics/rounding.md, §2, v1.0", "QA & Testing Owner", "2026-02-04") +
           fenced_item("G1.2", "Severity assigned",
                       "Severity Medium: totals are off by one unit, with a way round", "Product Owner") +
           fenced_item("G1.3", "Owner assigned", "Engineering Owner assigned, root cause due by 2026-03-06",
                       "Head of Engineering") +
           "## G2 — Triaged → Root Cause Identified\n\n" +
           fenced_item("G2.1", "Root cause identified and documented",
                       "src/metrics/rounding.py rounds every row before the sum is taken",
                       "Engineering Owner") +
           fenced_item("G2.2", "Impact on the canonical spec assessed",
                       "Spec update required: yes, because the order of rounding is left open",
                       "Metrics Definitions Owner") +
           fenced_item("G2.3", "Regression surface identified", "The quarterly report uses the same sum",
                       "Engineering Owner") +
           "## G3 — Root Cause Identified → Fix In Progress\n\n" +
           fenced_item("G3.1", "Fix scope documented", "src/metrics/rounding.py is to round the sum once",
                       "Product Owner") +
           fenced_item("G3.2", "Canonical spec updates committed", "Spec updated in commit " + commits.spec,
                       "Metrics Definitions Owner") +
           "## G4 — Fix In Progress → Fix Validated\n\nGate status: open\n\n" +
           fenced_item("G4.1", "Deployment confirmed in writing", deployment,
                       "Infrastructure & Operations Owner");
}

} // namespace docs_lint::tests
