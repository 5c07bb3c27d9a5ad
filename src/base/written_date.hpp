#pragma once

#include "base/date.hpp"
#include "base/span.hpp"

#include <optional>
#include <string_view>

namespace docs_lint::base {

/// A date in another form than `YYYY-MM-DD`.
struct WrittenDate {
    std::optional<Date> date;  ///< nothing where no calendar has it
    std::optional<Date> other; ///< `03/04/2026`: the second reading; `date` is the first one
    Span source;               ///< the bytes of the text that were read
};

/// The first date of a text that is written in another form: `February 18, 2026`, `18 Feb 2026`,
/// `2026/02/18`, `2026-2-8`, `18.02.2026`, `02/18/2026`, `20260218`. Nothing where there is none.
std::optional<WrittenDate> find_written_date(std::string_view text);

} // namespace docs_lint::base
