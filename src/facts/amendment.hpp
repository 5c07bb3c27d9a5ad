#pragma once

#include "policy/policy.hpp"

#include <string_view>

namespace docs_lint::facts {

/// The one legal correction of a filed record: text was only appended, under the amendment section that the
/// team declared for the class, and it gives a date, a reason and an approver whom the role register knows.
/// What stood before stays byte for byte. False where the class declares no such section.
bool is_declared_amendment(std::string_view filed_text, std::string_view new_text,
                           const policy::DocumentClass& document_class, const policy::RoleRegister& roles);

} // namespace docs_lint::facts
