#include "rules/sign_off_backing.hpp"

#include "base/text.hpp"
#include "rules/commit_names.hpp"
#include "rules/places.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules {
namespace {

using facts::Recorder;
using facts::SignOffIdentity;
using policy::IdentityGrade;
using policy::RoleRegister;
using signatures::Outcome;
using Roles = std::vector<std::string>;

/// The roles that a confirmation names and that may stand for one of `wanted`; all that it names where none
/// may, which is a finding of its own.
Roles signatories(const model::Confirmation& confirmation, const Roles& wanted, const RoleRegister& known) {
    Roles named;
    Roles entitled;
    for (const model::RoleMention& mention : confirmation.roles)
        for (const std::string& role : mention.roles) {
            named.push_back(role);
            if (known.may_act_as_any({role}, wanted)) entitled.push_back(role);
        }
    return entitled.empty() ? named : entitled;
}

SignedPart part_of(const facts::RecordedConfirmation& recorded, std::string name, const Roles& wanted,
                   const SignOffIdentity& sign_off) {
    return {&recorded, std::move(name),
            signatories(*recorded.confirmation, wanted, sign_off.document->policy->roles)};
}

RecorderBacking backed_by_author(const Recorder& recorder, const SignedPart& part,
                                 const RoleRegister& known) {
    if (known.may_act_as_any(recorder.author.roles, part.roles)) return {Backing::backed, {}, {}};
    if (std::none_of(part.roles.begin(), part.roles.end(),
                     [&](const std::string& role) { return known.has_identity(role); }))
        return {Backing::unknown,
                fmt::format("the role register names no identity of {}", titles_of(part.roles, known)),
                "list the role's addresses under `identities` in the configuration of the base"};
    const std::string who =
        recorder.author.roles.empty()
            ? std::string("to whom the role register gives no role")
            : fmt::format("who is {} in the role register", held_titles(recorder.author.roles, known));
    return {Backing::denied, fmt::format("is by {}, {}", recorder.author.address, who), {}};
}

RecorderBacking backed_by_key(const Recorder& recorder, const SignedPart& part, const RoleRegister& known) {
    const facts::KeySignature& signature = *recorder.signature;
    const signatures::Check& check = signature.check;
    if (!signature.present) return {Backing::denied, "is not signed", {}};
    if (check.outcome == Outcome::bad)
        return {Backing::denied, fmt::format("bears a signature that does not hold: {}", check.reason), {}};
    if (check.outcome == Outcome::unverifiable) return {Backing::unknown, check.reason, check.help};
    if (known.may_act_as_any(signature.roles, part.roles)) return {Backing::backed, {}, {}};
    if (std::none_of(part.roles.begin(), part.roles.end(),
                     [&](const std::string& role) { return known.has_key(role); }))
        return {Backing::unknown,
                fmt::format("the role register has no key of {}", titles_of(part.roles, known)),
                "list the role's public keys under `keys` in the configuration of the base"};
    if (check.outcome == Outcome::unknown_key)
        return {Backing::denied,
                fmt::format("is signed by the key {}, which is no role's", check.fingerprint),
                {}};
    return {
        Backing::denied, fmt::format("is signed by a key of {}", held_titles(signature.roles, known)), {}};
}

} // namespace

std::string held_titles(const std::vector<std::string>& roles, const RoleRegister& known) {
    Roles titles;
    for (const std::string& id : roles) titles.push_back(known.find(id)->title);
    return base::list_in_words(titles);
}

std::vector<SignedPart> signed_parts(const SignOffIdentity& sign_off) {
    std::vector<SignedPart> parts;
    const policy::ProcessItem* definition = sign_off.item->definition;
    if (sign_off.owner.component != nullptr)
        parts.push_back(part_of(sign_off.owner, "the owner confirmation of " + name_of(*sign_off.item),
                                definition != nullptr ? definition->confirmed_by : Roles{}, sign_off));
    if (sign_off.validation.component != nullptr)
        parts.push_back(part_of(sign_off.validation, "the validation of " + name_of(*sign_off.item),
                                {sign_off.document->policy->sign_off.validator_role}, sign_off));
    return parts;
}

RecorderBacking backing_of(const Recorder& recorder, const SignedPart& part,
                           const SignOffIdentity& sign_off) {
    const RoleRegister& known = sign_off.document->policy->roles;
    if (sign_off.demand.grade == IdentityGrade::claimed) return {Backing::backed, {}, {}};
    if (recorder.gap)
        return {
            Backing::unknown,
            fmt::format("the history ends at {}: {}", commit_name(recorder.commit), recorder.gap->message),
            recorder.gap->help};
    return sign_off.demand.grade == IdentityGrade::committed ? backed_by_author(recorder, part, known)
                                                             : backed_by_key(recorder, part, known);
}

} // namespace docs_lint::rules
