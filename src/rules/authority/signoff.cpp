#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/sign_off_backing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::authority::signoff {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "the commit that recorded a sign-off is not by the role that signs",
    .why =
        "A role in a text is a claim that anybody can type. Where an item asks for more, the commit that "
        "first "
        "held the confirmation has to be by an identity that the role register gives the role (committed), "
        "or "
        "bear a signature by a key of that role (signed). Of a commit the author counts, whom nobody vouches "
        "for; a signature counts whatever author it names.",
    .fix =
        "Let the role record its own confirmation, in a commit of its own address or with its own key, and "
        "merge without squashing. A role's new address or key is added to the register on the base first.",
    .source = "Delivery process, Gate Validation Format (explicitly confirmed by the owner, validated by the "
              "PMO Lead); role charter §3",
    .severity = diagnostics::Severity::warning,
    .suppressible = false,
};

namespace {

using facts::Recorder;
using facts::SignOffIdentity;
using policy::IdentityGrade;

void report_unknown(const SignOffIdentity& sign_off, const SignedPart& part, const std::string& why,
                    const std::string& help, Report& report) {
    report.unverified(fmt::format("who is behind {}: {}", part.name, why),
                      (*sign_off.document)->at(part.recorded->component->component->source), help);
}

void report_denied(const SignOffIdentity& sign_off, const SignedPart& part, const Recorder& recorder,
                   const std::string& why, Report& report) {
    const std::string titles = titles_of(part.roles, sign_off.document->policy->roles);
    const bool by_key = sign_off.demand.grade == IdentityGrade::signed_by_key;
    report.finding({
        .message = fmt::format("{} names {}, and {}, which recorded it, {}", part.name, titles,
                               commit_name(recorder.commit), why),
        .location = (*sign_off.document)->at(part.recorded->component->component->source),
        .help = fmt::format("let {} record it, dated anew, in a commit {}", titles,
                            by_key ? "signed by their key" : "of their own"),
        .commit = recorder.commit,
    });
}

/// One recorder that backs it is enough: each stands for a line of history on which it holds.
void check_part(const SignOffIdentity& sign_off, const SignedPart& part, Report& report) {
    if (part.roles.empty()) return; // named by nobody: no sign-off, and a finding of another rule
    std::optional<RecorderBacking> unknown;
    std::optional<RecorderBacking> denied;
    const Recorder* denier = nullptr;
    for (const Recorder& recorder : part.recorded->recorders) {
        RecorderBacking backing = backing_of(recorder, part, sign_off);
        if (backing.answer == Backing::backed) return;
        if (backing.answer == Backing::unknown)
            unknown = std::move(backing);
        else if (!denied)
            denied = std::move(backing), denier = &recorder;
    }
    if (part.recorded->problem)
        return report_unknown(sign_off, part, part.recorded->problem->message, part.recorded->problem->help,
                              report);
    if (unknown) return report_unknown(sign_off, part, unknown->reason, unknown->help, report);
    if (denied) report_denied(sign_off, part, *denier, denied->reason, report);
}

} // namespace

/// What is not committed yet is judged when it is.
void check(const facts::History& history, Report& report) {
    for (const SignOffIdentity& sign_off : history.sign_off_identities)
        if (sign_off.demand.grade != IdentityGrade::claimed)
            for (const SignedPart& part : signed_parts(sign_off)) check_part(sign_off, part, report);
}

} // namespace docs_lint::rules::authority::signoff
