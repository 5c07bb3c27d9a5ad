#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::evidence::commit_unknown {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "evidence cites a commit that does not exist, or not clearly",
    .why = "A hash that names nothing, several commits, or a file instead of a commit is no evidence. Hashes "
           "are looked up "
           "among the commits of the checked history only, never among branch or tag names.",
    .fix = "Cite the commit by enough digits of its own hash; `git log --format=%H` shows them.",
    .source = "Delivery process, invariant GI-3; Gate Validation Format (specific reference)",
    .suppressible = false,
};

namespace {

using facts::CitationStatus;

std::string fault_of(const facts::Citation& citation) {
    const std::string& digits = citation.mention->digits;
    switch (citation.status) {
    case CitationStatus::malformed:
        return fmt::format("\"{}\" has {} digits; a commit is cited by 7 to 40", digits, digits.size());
    case CitationStatus::unknown:
        return fmt::format("there is no commit {}", digits);
    case CitationStatus::not_a_commit:
        return fmt::format("{} is a {}, not a commit", digits, citation.object_kind);
    case CitationStatus::ambiguous:
        return fmt::format("{} names {} commits of this history", digits, citation.candidates.size());
    default:
        return {};
    }
}

std::string help_for(const facts::Citation& citation) {
    if (citation.status != CitationStatus::ambiguous)
        return "cite the commit by 7 to 40 digits of its hash, as `git log --format=%h` shows it";
    return "cite it by more digits: " + base::list_in_words(citation.candidates, "or");
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const facts::DocumentCitations& document : history.citations)
        for (const facts::Citation& citation : document.citations) {
            const auto place = (*document.document)->at(citation.mention->source);
            if (citation.status == CitationStatus::unverifiable) {
                report.unverified(fmt::format("whether commit {} exists: {}", citation.mention->digits,
                                              citation.problem.message),
                                  place, citation.problem.help);
                continue;
            }
            const std::string fault = fault_of(citation);
            if (!fault.empty())
                report.finding({.message = fault, .location = place, .help = help_for(citation)});
        }
}

} // namespace docs_lint::rules::evidence::commit_unknown
