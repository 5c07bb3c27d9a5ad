#pragma once

#include "markdown/text.hpp"
#include "model/confirmation.hpp"
#include "policy/role.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// Who signed and when: the roles behind a verdict, and the date right behind the roles.
struct Signature {
    std::vector<RoleMention> roles;
    std::optional<base::Moment> date;
    bool date_impossible = false;
    base::Span date_source;
    std::size_t end = 0; ///< in the text: behind the date, or behind the roles where it has none
};

/// Reads the signature that begins at `from` of a confirmation's text.
Signature read_signature(const markdown::Text& text, std::size_t from, const policy::RoleRegister& roles);

} // namespace docs_lint::model
