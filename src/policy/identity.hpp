#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// How sure it must be who is behind a sign-off. Each grade includes the one before it.
enum class IdentityGrade {
    claimed,   ///< the text names the role: nobody vouches for it
    committed, ///< the author of the commit that recorded it is an identity of the role: nobody vouches for
               ///< that name either, but to use another's is forgery and no slip
    signed_by_key, ///< that commit bears a signature by a key of the role
};

std::string_view to_string(IdentityGrade grade); ///< as written in packs: `signed`
std::optional<IdentityGrade> parse_identity_grade(std::string_view text);
std::vector<std::string> identity_grade_names();

/// What is asked of those who sign.
struct IdentityDemand {
    IdentityGrade grade = IdentityGrade::claimed;
    bool two_identities = false; ///< owner confirmation and validation are not one identity's
};

} // namespace docs_lint::policy
