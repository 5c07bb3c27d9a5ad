#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::evidence::commit_unreachable {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "evidence cites a commit that is not part of the checked history",
    .why = "A commit on another branch was never delivered, and one that no branch holds will be swept away. "
           "Where a "
           "squash or rebase landed the same patch under another name, the finding is milder and names that "
           "commit.",
    .fix = "Cite the commit that landed.",
    .source = "Delivery process, invariant GI-3",
    .suppressible = false,
};

void check(const facts::History& history, Report& report) {
    for (const facts::DocumentCitations& document : history.citations)
        for (const facts::Citation& citation : document.citations) {
            const auto place = (*document.document)->at(citation.mention->source);
            if (citation.status == facts::CitationStatus::landed)
                report.finding({
                    .message =
                        fmt::format("commit {} is not part of this history; the same patch landed as {}",
                                    citation.mention->digits, short_id(citation.landed_as)),
                    .location = place,
                    .help = fmt::format("cite {} instead", citation.landed_as),
                    .commit = citation.landed_as,
                    .at_most = diagnostics::Severity::warning,
                });
            if (citation.status == facts::CitationStatus::unreachable)
                report.finding({
                    .message = fmt::format("commit {} (\"{}\") is no ancestor of what is checked",
                                           citation.mention->digits, citation.subject.value_or("")),
                    .location = place,
                    .help = "merge it, or cite the commit that landed in its place",
                    .commit = citation.commit,
                });
        }
}

} // namespace docs_lint::rules::evidence::commit_unreachable
