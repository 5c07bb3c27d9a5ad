#include "facts/amendment.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <re2/re2.h>
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

/// Comments say nothing to a reader; one that never ends hides all behind it.
std::string without_comments(std::string_view text) {
    static const re2::RE2 comment(R"((?s)<!--.*?(?:-->|\z))");
    std::string visible(text);
    re2::RE2::GlobalReplace(&visible, comment, "");
    return visible;
}

/// Headings, also in quotes and in HTML, and definitions of links, which would change what stands above.
bool begins_more(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of("> \t"), line.size()));
    if (line.starts_with("#") || (line.starts_with("<") && !line.starts_with("<!--"))) return true;
    if (line.starts_with("[") && line.find("]:") != std::string_view::npos) return true;
    return !line.empty() && line.find_first_not_of("=-") == std::string_view::npos;
}

/// A carriage return alone ends a line, too, where nobody sees one.
bool has_bare_return(std::string_view text) {
    for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1))
        if (at + 1 == text.size() || text[at + 1] != '\n') return true;
    return false;
}

/// Another section, or a field of the header, is no part of an amendment.
bool holds_more(std::string_view appended, const policy::DocumentClass& document_class) {
    const auto lines = base::split(appended, '\n');
    for (std::size_t at = 1; at < lines.size(); ++at) {
        const std::string_view line = base::trim(lines[at]);
        if (begins_more(line)) return true;
        for (const auto* names : {&document_class.status_fields, &document_class.filing->date_fields})
            for (const std::string& name : *names)
                if (!labelled_value(line, name).empty() && line.find_first_of(name[0]) < 4) return true;
    }
    return false;
}

} // namespace

bool is_declared_amendment(std::string_view filed_text, std::string_view new_text,
                           const policy::DocumentClass& document_class, const policy::RoleRegister& roles) {
    if (!document_class.filing || !document_class.filing->amendment_section) return false;
    if (!filed_text.ends_with('\n') || !new_text.starts_with(filed_text)) return false;
    const std::string_view appended = base::trim(new_text.substr(filed_text.size()));
    const std::string visible = without_comments(appended);
    const std::string_view first_line = appended.substr(0, appended.find('\n'));
    return is_amendment_heading(base::trim(first_line), *document_class.filing->amendment_section) &&
           gives_date_reason_and_approver(visible, roles) && !has_bare_return(appended) &&
           !holds_more(appended, document_class) && !holds_more(visible, document_class);
}

} // namespace docs_lint::facts
