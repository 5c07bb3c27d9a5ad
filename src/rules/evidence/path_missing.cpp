#include "rules/cited_faults.hpp"

namespace docs_lint::rules::evidence::path_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "signed evidence cites a path that was not there when the sign-off was recorded",
    .why =
        "Nobody can have looked at a file that did not exist. What was there then and is gone now is milder: "
        "the sign-off was right, and who reads it today finds nothing.",
    .fix = "Cite the file that was looked at, by its path in the repository, and have the item signed anew. "
           "What is "
           "still to come says so: planned, to be created.",
    .source = "Delivery process, invariant GI-3; Gate Validation Format (specific reference)",
    .suppressible = false,
};

void check(const facts::History& history, Report& report) {
    for (const facts::CitedFault& fault : history.cited_faults)
        if (fault.kind == facts::CitedKind::path)
            report_cited_fault(fault, fault.what, "cite a file that is there, by its path in the repository",
                               report);
}

} // namespace docs_lint::rules::evidence::path_missing
