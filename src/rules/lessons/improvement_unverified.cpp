#include "base/text.hpp"
#include "rules/rule.hpp"

#include <fmt/format.h>

namespace docs_lint::rules::lessons::improvement_unverified {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a lessons record claims a version step that the document's history does not show",
    .why = "An improvement that was written down and never made prevents nothing, and nobody looks for it "
           "again.",
    .fix = "Make the change and raise the version; or name the document and the versions that it really had.",
    .source = "Tech backlog lessons learnt template, process improvements actioned; role charter §5.7",
    .severity = diagnostics::Severity::warning,
};

namespace {

using facts::ClaimedImprovement;
using facts::StepProof;

std::string step_of(const ClaimedImprovement& claim) {
    const std::string to = base::to_string(claim.step.to);
    return claim.step.from ? fmt::format("from {} to {}", base::to_string(*claim.step.from), to)
                           : fmt::format("to {}", to);
}

std::string fact_of(const ClaimedImprovement& claim) {
    if (claim.proof == StepProof::no_document) return "there is no such document";
    const base::Version& missed = claim.proof == StepProof::never_to ? claim.step.to : *claim.step.from;
    std::vector<std::string> versions;
    for (const base::Version& version : claim.versions) versions.push_back(base::to_string(version));
    if (versions.empty()) return fmt::format("{} never had a version", claim.found_path);
    const std::string who = claim.found_path == claim.step.path ? "it" : claim.found_path;
    return fmt::format("{} never was at {}{}; its history gives {}", who, base::to_string(missed),
                       claim.proof == StepProof::never_from ? " before that" : "",
                       base::list_in_words(versions));
}

} // namespace

void check(const facts::History& history, Report& report) {
    for (const ClaimedImprovement& claim : history.improvements) {
        if (claim.proof == StepProof::shown) continue;
        const auto location = (*claim.step.document)->at(claim.step.source);
        const std::string said = fmt::format("{} went {}", claim.step.path, step_of(claim));
        if (claim.proof == StepProof::unverifiable) {
            report.unverified(fmt::format("whether {}: {}", said, claim.problem.message), location,
                              claim.problem.help);
            continue;
        }
        report.finding({
            .message = fmt::format("the record says that {}, and {}", said, fact_of(claim)),
            .location = location,
            .help =
                "make the change and raise the version, or give the document and the versions that it had",
        });
    }
}

} // namespace docs_lint::rules::lessons::improvement_unverified
