#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/sign_off_backing.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::authority::self_signoff {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "one identity recorded both the owner confirmation and the validation of an item",
    .why = "The validation is a second look. Where the item asks for two identities and one recorded both, "
           "nobody "
           "looked twice. An identity is the key where a signature is asked for and holds, otherwise the "
           "author's "
           "address, by the mailmap of the base.",
    .fix = "Let the owner record the confirmation and the validator the validation, each in a commit of "
           "their own, "
           "and merge without squashing. A repository with one committer leaves two-identities off.",
    .source = "Delivery process, Gate Validation Format (owner confirmation and PMO validation are two acts)",
    .severity = diagnostics::Severity::warning,
    .suppressible = false,
};

namespace {

using facts::Recorder;
using facts::SignOffIdentity;
using Recorders = std::vector<const Recorder*>;

/// Those that back the confirmation; where none does, all of them.
Recorders counted(const SignedPart& part, const SignOffIdentity& sign_off) {
    Recorders backing;
    Recorders all;
    for (const Recorder& recorder : part.recorded->recorders) {
        all.push_back(&recorder);
        if (backing_of(recorder, part, sign_off).answer == Backing::backed) backing.push_back(&recorder);
    }
    return backing.empty() ? all : backing;
}

bool is_proved(const Recorder& recorder) {
    return recorder.signature && recorder.signature->present &&
           recorder.signature->check.outcome == signatures::Outcome::good;
}

bool is_same(const Recorder& left, const Recorder& right) {
    if (is_proved(left) && is_proved(right))
        return left.signature->check.fingerprint == right.signature->check.fingerprint;
    return base::equals_ignoring_case(left.author.address, right.author.address);
}

bool is_one_identity(const Recorders& owners, const Recorders& validators) {
    return std::all_of(owners.begin(), owners.end(), [&](const Recorder* owner) {
        return std::all_of(validators.begin(), validators.end(),
                           [&](const Recorder* validator) { return is_same(*owner, *validator); });
    });
}

/// Why nobody can tell who recorded it, or nothing.
std::optional<base::Error> doubt_about(const SignedPart& part, const Recorders& recorders) {
    if (part.recorded->problem) return part.recorded->problem;
    for (const Recorder* recorder : recorders) {
        if (recorder->gap) return recorder->gap;
        const auto& signature = recorder->signature;
        if (signature && signature->present && signature->check.outcome == signatures::Outcome::unverifiable)
            return base::Error{base::ErrorKind::unverifiable, signature->check.reason, signature->check.help};
    }
    return std::nullopt;
}

std::string name_of_identity(const Recorder& recorder) {
    return is_proved(recorder) ? fmt::format("the key {}", recorder.signature->check.fingerprint)
                               : recorder.author.address;
}

void check_sign_off(const SignOffIdentity& sign_off, Report& report) {
    const auto parts = signed_parts(sign_off);
    if (parts.size() < 2) return;
    const Recorders owners = counted(parts[0], sign_off);
    const Recorders validators = counted(parts[1], sign_off);
    const facts::DocumentFacts& document = *sign_off.document;
    const auto place = document->at(sign_off.validation.component->component->source);
    for (const auto& doubt : {doubt_about(parts[0], owners), doubt_about(parts[1], validators)})
        if (doubt)
            return report.unverified(
                fmt::format("whether two identities signed {}: {}", name_of(*sign_off.item), doubt->message),
                place, doubt->help);
    if (owners.empty() || validators.empty() || !is_one_identity(owners, validators)) return;
    report.finding({
        .message = fmt::format("{} recorded both the owner confirmation of {} ({}) and its validation ({})",
                               name_of_identity(*owners.front()), name_of(*sign_off.item),
                               commit_name(owners.front()->commit), commit_name(validators.front()->commit)),
        .location = place,
        .help = "let somebody else validate it, dated anew, in a commit of their own",
        .related = {{"the owner confirmation", document->at(sign_off.owner.component->component->source)}},
        .commit = validators.front()->commit,
    });
}

} // namespace

/// What is not committed yet is judged when it is.
void check(const facts::History& history, Report& report) {
    for (const SignOffIdentity& sign_off : history.sign_off_identities)
        if (sign_off.demand.two_identities) check_sign_off(sign_off, report);
}

} // namespace docs_lint::rules::authority::self_signoff
