#pragma once

#include "engine/fix.hpp"
#include "model/block_tree.hpp"

#include <vector>

namespace docs_lint::engine {

/// What a maker of fixes looks at.
struct FixSource {
    const facts::DocumentFacts& document;
    const model::BlockTree& tree; ///< of the document's text
};

/// `header/date-invalid`: a date in another form that has one reading only.
std::vector<Fix> fix_header_dates(const FixSource& source);

/// `changelog/malformed`: the same in a row of the change log.
std::vector<Fix> fix_change_log_dates(const FixSource& source);

/// `changelog/malformed`: pipes in the text of a row, whose last column it is, are escaped.
std::vector<Fix> fix_cut_off_rows(const FixSource& source);

/// `changelog/version-mismatch`: the row that a raised version lacks, with its text still to be written.
std::vector<Fix> fix_missing_row(const FixSource& source);

/// `gate/status-inconsistent`: a status line that claims a pass which items of the gate deny. Never the
/// reverse.
std::vector<Fix> fix_gate_status(const FixSource& source);

} // namespace docs_lint::engine
