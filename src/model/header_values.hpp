#pragma once

#include "base/date.hpp"
#include "base/version.hpp"
#include "markdown/text.hpp"
#include "policy/sign_off_format.hpp"

#include <optional>
#include <string>

namespace docs_lint::model {

/// What a header field that holds a date says.
enum class DateForm {
    none,       ///< nothing, or a dash: not yet
    pending,    ///< a placeholder, or a word that it is still to come
    plain,      ///< `2026-03-01`, or with a time in UTC
    zoned,      ///< its day is clear, its time is not in UTC or says no zone
    other,      ///< a calendar date in another form: `February 18, 2026`
    ambiguous,  ///< `03/04/2026`, or two dates side by side
    impossible, ///< it has the form of a date, and no calendar has it
    unreadable, ///< no date
};
struct DateValue {
    DateForm form = DateForm::none;
    std::optional<base::Moment> moment; ///< `plain`, `zoned` and `other`; `ambiguous`: the first one
    std::optional<base::Moment> second; ///< `ambiguous`
    std::string written;                ///< the part that was read as a date, or the whole value
};
DateValue read_date_value(const markdown::Text& value, const policy::SignOffFormat& format);

/// What a header field that holds a version says. Prose and ticks around it make no difference.
enum class VersionForm {
    none,    ///< nothing, or a dash
    pending, ///< a placeholder, or a word that it is still to come
    plain,
    invalid, ///< no `x.y`
};
struct VersionValue {
    VersionForm form = VersionForm::none;
    std::optional<base::Version> version;
};
VersionValue read_version_value(const markdown::Text& value, const policy::SignOffFormat& format);

/// Nothing but one of the process's words for what is still to come, or a placeholder.
bool is_only_pending(const markdown::Text& value, const policy::SignOffFormat& format);

} // namespace docs_lint::model
