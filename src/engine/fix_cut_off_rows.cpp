#include "engine/fix_makers.hpp"
#include "model/columns.hpp"
#include "model/log_tables.hpp"
#include "rules/change_logs.hpp"

namespace docs_lint::engine {
namespace {

/// A backslash for each pipe of the bytes that has none.
std::vector<base::TextEdit> escape_pipes(std::string_view text, base::Span bytes) {
    std::vector<base::TextEdit> edits;
    for (std::size_t at = bytes.begin; at < bytes.end; ++at)
        if (text[at] == '|' && text[at - 1] != '\\') edits.push_back({{at, at}, "\\"});
    return edits;
}

} // namespace

// Where the text of the change has the last column, what follows it can only be more of that text.
std::vector<Fix> fix_cut_off_rows(const FixSource& source) {
    std::vector<Fix> fixes;
    for (const model::ChangeLogTable& log : model::find_change_log_tables(source.tree))
        for (const markdown::TableRow& row : log.table->rows) {
            if (row.cut_off.empty() || *log.columns.change + 1 != row.cells.size()) continue;
            const markdown::Text& change = row.cells.back();
            if (change.empty() || !rules::counts_as_row(source.document, row.source)) continue;
            fixes.push_back({"changelog/malformed", row.source,
                             escape_pipes(source.document->text, {change.source.end, row.cut_off.end}),
                             "the pipes in the row's text are escaped", FixScope::row_text});
        }
    return fixes;
}

} // namespace docs_lint::engine
