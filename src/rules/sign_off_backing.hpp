#pragma once

#include "facts/sign_off_identities.hpp"
#include "rules/rule.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::rules {

/// Titles of roles that somebody has together: `PMO Lead and QA Lead`.
std::string held_titles(const std::vector<std::string>& roles, const policy::RoleRegister& known);

enum class Backing {
    backed,
    denied,  ///< whoever recorded it is somebody else, or did not sign it
    unknown, ///< that cannot be told
};

/// Whether a commit that recorded a confirmation backs it.
struct RecorderBacking {
    Backing answer = Backing::unknown;
    std::string reason; ///< where it does not, or nobody knows: `... is not signed`
    std::string help;   ///< where nobody knows
};

/// `owner` and `validation` of an item, with the roles that may have signed each.
struct SignedPart {
    const facts::RecordedConfirmation* recorded = nullptr;
    std::string name;               ///< `the owner confirmation of T.1`
    std::vector<std::string> roles; ///< ids that the text names and that may sign it; where none may, all
};
std::vector<SignedPart> signed_parts(const facts::SignOffIdentity& sign_off);

/// By the grade that the item asks for; under `claimed` everything is backed.
RecorderBacking backing_of(const facts::Recorder& recorder, const SignedPart& part,
                           const facts::SignOffIdentity& sign_off);

} // namespace docs_lint::rules
