#pragma once

#include "base/result.hpp"
#include "base/text_edit.hpp"
#include "base/version.hpp"
#include "engine/fix_makers.hpp"

#include <string>

namespace docs_lint::engine {

/// What a row of a change log says. A date that is not known is a dash.
struct ChangeLogEntry {
    std::string version;
    std::string date;
    std::string change;
};

/// The version as the document writes versions: with a `v`, with two or three numbers.
std::string written_like(const base::Version& version, std::string_view sample);

/// Writes the newest row of the change log, where the log has its newest rows. The error is of kind `usage`:
/// the log is no table.
base::Result<base::TextEdit> newest_row_edit(const FixSource& source, const ChangeLogEntry& entry);

} // namespace docs_lint::engine
