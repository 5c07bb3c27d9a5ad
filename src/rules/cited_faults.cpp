#include "rules/cited_faults.hpp"

#include "rules/commit_names.hpp"
#include "rules/places.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::rules {
namespace {

using diagnostics::Severity;
using facts::CitedFault;
using facts::CitedStatus;

constexpr std::size_t kMostCandidates = 5;

std::string origin_of(const CitedFault& fault) {
    return fault.known_since.empty() ? std::string("later") : "with " + commit_name(fault.known_since);
}

std::string what_became_of(const CitedFault& fault) {
    if (fault.recorded_in.empty()) return "which does not exist";
    const std::string recorded = fmt::format("when {} recorded the sign-off", commit_name(fault.recorded_in));
    if (fault.status == CitedStatus::drifted)
        return fmt::format("which was there {}, and is not any more", recorded);
    if (fault.status == CitedStatus::too_early)
        return fmt::format("which did not exist yet {}; it came {}", recorded, origin_of(fault));
    return fmt::format("which did not exist {}, and does not now", recorded);
}

std::string help_for(const CitedFault& fault, const std::string& help) {
    if (fault.status == CitedStatus::drifted) return "say what became of it, or cite what is there today";
    if (fault.status == CitedStatus::too_early)
        return "nobody can have seen it when the item was signed: have it signed anew on what is there now";
    return help;
}

void relate(Finding& finding, const CitedFault& fault) {
    for (std::size_t at = 0; at < std::min(fault.near.size(), kMostCandidates); ++at)
        finding.related.push_back({"this file is called so", diagnostics::whole_document(fault.near[at])});
    const bool present = !fault.path.empty() && fault.status != CitedStatus::drifted;
    if (present)
        finding.related.push_back({"the file that is meant", diagnostics::whole_document(fault.path)});
}

} // namespace

void report_cited_fault(const CitedFault& fault, const std::string& subject, const std::string& help,
                        Report& report) {
    const auto place = (*fault.document)->at(fault.mention.source);
    if (fault.status == CitedStatus::unverifiable)
        return report.unverified(fmt::format("whether {}, which {} cites, was there when it was signed: {}",
                                             subject, name_of(*fault.item), fault.problem.message),
                                 place, fault.problem.help);
    Finding finding{.message =
                        fmt::format("{} cites {}, {}", name_of(*fault.item), subject, what_became_of(fault)),
                    .location = place,
                    .help = help_for(fault, help),
                    .commit = fault.recorded_in};
    if (fault.status == CitedStatus::drifted || !fault.is_sure) finding.at_most = Severity::warning;
    relate(finding, fault);
    report.finding(std::move(finding));
}

std::string document_of(const CitedFault& fault) {
    return fault.path.empty() ? fault.mention.path : fault.path;
}

} // namespace docs_lint::rules
