#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "engine/open_document.hpp"

#include <string>
#include <vector>

namespace docs_lint::engine {

/// A document's text with a row more.
struct NewRow {
    std::string text;
    std::string account;           ///< `the change log gets a row for 1.3, and the header says 1.3`
    std::vector<std::string> next; ///< what is still to be done by hand
};

/// The next row of the change log: the version that the header has and the log has not, or else the next
/// minor one, to which the header is raised, too, with its day. Errors of kind `usage`: no table, header
/// behind the log, or a text that is none.
base::Result<NewRow> add_change_log_row(const OpenDocument& open, const std::string& change,
                                        base::Date today);

/// The next row of the state transition log, from where the log ends. Refused (kind `usage`) where the
/// process has no such step, or the gate before it is not signed off.
base::Result<NewRow> add_transition(const OpenDocument& open, const std::string& to,
                                    const base::Moment& when);

} // namespace docs_lint::engine
