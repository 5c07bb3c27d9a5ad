#include "rules/cited_faults.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::evidence::section_missing {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "signed evidence cites a section or heading that its document did not have",
    .why = "A section is cited so that a reader can see for himself. One that is not there supports nothing, "
           "and "
           "may never have.",
    .fix = "Cite the section by its number or its heading as the document has it, and have the item signed "
           "anew.",
    .source = "Delivery process, T.1: spec with its section; invariant GI-3",
    .severity = diagnostics::Severity::warning,
};

void check(const facts::History& history, Report& report) {
    for (const facts::CitedFault& fault : history.cited_faults)
        if (fault.kind == facts::CitedKind::section)
            report_cited_fault(fault, fmt::format("{} of {}", fault.what, document_of(fault)),
                               "cite a section that the document has", report);
}

} // namespace docs_lint::rules::evidence::section_missing
