#include "rules/cited_faults.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::evidence::version_unknown {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "signed evidence cites a version that its document never had, or not yet",
    .why = "The version says which text the sign-off is about. Versions are looked up in what the document's "
           "header "
           "and its change log said up to the commit that recorded the sign-off.",
    .fix = "Cite the version that the document had when the item was signed, and have it signed anew.",
    .source = "Delivery process, T.1: spec with its version; invariant GI-3",
    .suppressible = false,
};

void check(const facts::History& history, Report& report) {
    for (const facts::CitedFault& fault : history.cited_faults)
        if (fault.kind == facts::CitedKind::version)
            report_cited_fault(fault, fmt::format("version {} of {}", fault.what, document_of(fault)),
                               "cite a version that the document's header or change log gives", report);
}

} // namespace docs_lint::rules::evidence::version_unknown
