#include "engine/change_log_rows.hpp"

#include "engine/table_rows.hpp"
#include "model/log_tables.hpp"
#include "rules/change_logs.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::engine {
namespace {

using model::ChangeLogRow;
using model::ChangeLogTable;

/// Position of the row in the table, or nothing.
std::optional<std::size_t> place_in(const ChangeLogTable& log, const ChangeLogRow* row) {
    if (row == nullptr) return std::nullopt;
    for (std::size_t at = 1; at < log.table->rows.size(); ++at)
        if (log.table->rows[at].source == row->source) return at;
    return std::nullopt;
}

const ChangeLogTable* table_with(const std::vector<ChangeLogTable>& tables, const ChangeLogRow* row) {
    for (const ChangeLogTable& one : tables)
        if (row == nullptr || place_in(one, row)) return &one;
    return nullptr;
}

/// Rows with versions that count stand behind the newest one, or nothing does: then the newest is the first.
bool is_newest_first(const FixSource& source, const ChangeLogTable& log, std::size_t newest) {
    bool before = false;
    for (const ChangeLogRow* row : rules::rows_that_count(source.document)) {
        const auto at = place_in(log, row);
        if (!row->version || !at || *at == newest) continue;
        if (*at > newest) return true;
        before = true;
    }
    return !before;
}

std::size_t place_of_next(const FixSource& source, const ChangeLogTable& log, const ChangeLogRow* newest) {
    const auto at = place_in(log, newest);
    if (!at) return std::min<std::size_t>(1, log.table->rows.size());
    return is_newest_first(source, log, *at) ? *at : *at + 1;
}

std::vector<std::string> cells_of(const ChangeLogTable& log, const ChangeLogEntry& entry) {
    std::vector<std::string> cells(log.table->rows.front().cells.size(), "—");
    cells[*log.columns.version] = entry.version;
    if (log.columns.date) cells[*log.columns.date] = entry.date;
    cells[*log.columns.change] = entry.change;
    return cells;
}

} // namespace

std::string written_like(const base::Version& version, std::string_view sample) {
    const bool lettered = !sample.empty() && (sample.front() == 'v' || sample.front() == 'V');
    const bool three = std::count(sample.begin(), sample.end(), '.') > 1 && version.patch_number == 0;
    return fmt::format("{}{}{}", lettered ? sample.substr(0, 1) : "", base::to_string(version),
                       three ? ".0" : "");
}

base::Result<base::TextEdit> newest_row_edit(const FixSource& source, const ChangeLogEntry& entry) {
    const model::Document& document = *source.document.document;
    const ChangeLogRow* newest = rules::newest_row(source.document);
    const auto tables = model::find_change_log_tables(source.tree);
    const ChangeLogTable* log = table_with(tables, newest);
    if (log == nullptr)
        return base::fail(
            base::ErrorKind::usage, fmt::format("{} has no change log that is a table", document.path),
            "add one: a table with the columns Version | Date | Change below a heading \"Change log\"");
    return insert_row({document.text, document.lines}, *log->table, place_of_next(source, *log, newest),
                      cells_of(*log, entry));
}

} // namespace docs_lint::engine
