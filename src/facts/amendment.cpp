#include "facts/amendment.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <string>

namespace docs_lint::facts {
namespace {

bool is_amendment_heading(std::string_view line, std::string_view title) {
    if (!line.starts_with("## ")) return false;
    return base::normalise_name(line.substr(3)) == base::normalise_name(title);
}

/// The value behind `label:` in a line, bold marks and bullets apart.
std::string_view labelled_value(std::string_view line, std::string_view label) {
    const auto at = base::find_ignoring_case(line, label);
    const auto colon = line.find(':');
    if (!at || colon == std::string_view::npos || *at > colon) return {};
    std::string_view value = line.substr(colon + 1);
    while (!value.empty() && (value.front() == '*' || value.front() == ' ')) value.remove_prefix(1);
    return base::trim(value);
}

bool gives_date_reason_and_approver(std::string_view appended, const policy::RoleRegister& roles) {
    bool date = false, reason = false, approver = false;
    for (const std::string_view line : base::split(appended, '\n')) {
        const auto moments = base::find_moments(labelled_value(line, "date"));
        date = date || std::any_of(moments.begin(), moments.end(),
                                   [](const auto& one) { return one.moment.has_value(); });
        reason = reason || base::split(labelled_value(line, "reason"), ' ').size() >= 2;
        approver = approver || !roles.roles_named(labelled_value(line, "approved by")).empty();
    }
    return date && reason && approver;
}

} // namespace

bool is_declared_amendment(std::string_view filed_text, std::string_view new_text,
                           const policy::DocumentClass& document_class, const policy::RoleRegister& roles) {
    if (!document_class.filing || !document_class.filing->amendment_section) return false;
    if (!filed_text.ends_with('\n') || !new_text.starts_with(filed_text)) return false;
    const std::string_view appended = base::trim(new_text.substr(filed_text.size()));
    const std::string_view first_line = appended.substr(0, appended.find('\n'));
    return is_amendment_heading(base::trim(first_line), *document_class.filing->amendment_section) &&
           gives_date_reason_and_approver(appended, roles);
}

} // namespace docs_lint::facts
