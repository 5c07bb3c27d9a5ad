#pragma once

#include "base/date.hpp"
#include "policy/role.hpp"
#include "policy/sign_off_format.hpp"

#include <string>
#include <string_view>

namespace docs_lint::model {

/// Words of a text that assure that nothing is open, such as `no objections` and `as requested`, replaced by
/// blanks: they take nothing back, though `no` and `requested` do.
std::string without_assurances(std::string text);

/// What stands behind the date of a sign-off, where it could be anything: it holds a word that is neither one
/// of the process's words for remarks or results (`remark_words`, `result_words`) nor an assurance, role,
/// person, number, path or link, a sign that joins no words, or a date after `signed_on`. Trimmed, as it is
/// written; empty where the remark takes nothing back for certain. The list names what is harmless, since
/// what is harmful has no end. Source: delivery process, Gate Validation Format, whose lines end with the
/// date.
std::string doubtful_remark(std::string_view behind_date, const base::Moment& signed_on,
                            const policy::SignOffFormat& format, const policy::RoleRegister& roles);

} // namespace docs_lint::model
