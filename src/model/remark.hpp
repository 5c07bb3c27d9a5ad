#pragma once

#include "base/date.hpp"
#include "model/confirmation.hpp"
#include "policy/role.hpp"
#include "policy/sign_off_format.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// Words of a text that assure that nothing is open, such as `no objections` and `as requested`, replaced by
/// blanks: they take nothing back, though `no` and `requested` do.
std::string without_assurances(std::string text);

/// A text beside a sign-off that could mean anything, as it is written and trimmed, and the first word in it
/// that is not known to be harmless; no word where it is a sign, a number or a date.
struct DoubtfulRemark {
    std::string text;
    std::string word;
};

/// Whether what stands behind the date of a sign-off could take it back: it holds a word that is neither one
/// of the process's words for remarks or results (`remark_words`, `result_words`) nor an assurance, role,
/// person, number, path or link; a sign that joins no words; a date after `signed_on`; fewer of what there
/// is (`2 of 3`); or it tells that another role than `signers` signed. The list names what is harmless, since
/// what is harmful has no end; so this asks, and does not judge. Nothing where the remark takes nothing back.
/// Source: delivery process, Gate Validation Format, whose lines end with the date.
std::optional<DoubtfulRemark> doubtful_remark(std::string_view behind_date, const base::Moment& signed_on,
                                              const std::vector<RoleMention>& signers,
                                              const policy::SignOffFormat& format,
                                              const policy::RoleRegister& roles);

} // namespace docs_lint::model
