#include "base/text.hpp"
#include "model/block_tree.hpp"
#include "model/columns.hpp"
#include "model/hidden_html.hpp"
#include "model/text_tools.hpp"
#include "rules/kinds/kinds.hpp"
#include "rules/kinds/texts.hpp"
#include "rules/kinds/titles.hpp"
#include "rules/kinds/values.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::kinds {
namespace {

using markdown::Block;
using policy::ColumnRule;

/// Which column of a table each wanted column is.
using Columns = std::vector<std::optional<std::size_t>>;

std::optional<std::size_t> find_column(const Block& table, const ColumnRule& wanted) {
    const auto& cells = table.rows.front().cells;
    for (std::size_t at = 0; at < cells.size(); ++at)
        if (base::trim(cells[at].text) == wanted.names.front() || bears_title(cells[at].text, wanted.names))
            return at;
    return std::nullopt;
}

Columns find_columns(const Block& table, const policy::TableShape& what) {
    Columns columns;
    for (const ColumnRule& wanted : what.columns) columns.push_back(find_column(table, wanted));
    return columns;
}

std::vector<std::string> lacking(const Columns& columns, const policy::TableShape& what) {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (!columns[at] && what.columns[at].required) names.push_back(quoted(what.columns[at].names));
    return names;
}

/// Tables that the document gives in its own name below one of these headings.
std::vector<const Block*> tables_below(const std::vector<const model::Section*>& sections,
                                       const model::Document& document) {
    const model::BlockTree tree(*document.ast);
    const auto hidden = model::hidden_parts(tree, document.text);
    std::vector<const Block*> tables;
    for (const Block* table : tree.own_tables()) {
        const bool below = std::any_of(sections.begin(), sections.end(), [&](const model::Section* section) {
            return section->source.contains(table->source);
        });
        if (below && !model::lies_in_any(hidden, table->source)) tables.push_back(table);
    }
    return tables;
}

void judge_order(const Block& table, const Columns& columns, const Subject& subject, Report& report) {
    std::optional<std::size_t> before;
    for (const auto& column : columns) {
        if (!column) continue;
        const auto& header = table.rows.front().cells;
        if (before && *column < *before) {
            report.finding({
                .message = fmt::format("the column \"{}\" stands before \"{}\"", header[*column].text,
                                       header[*before].text),
                .location = subject.document->at(header[*column].source),
                .help = subject.help("put the columns in their order"),
            });
            return;
        }
        before = column;
    }
}

void judge_cell(const markdown::TableRow& row, std::size_t column, const ColumnRule& wanted,
                const Subject& subject, Report& report) {
    const markdown::Text& cell = model::cell_at(row, column);
    const std::string name = quoted({wanted.names.front()});
    if (model::is_blank_or_dash(cell.text)) {
        if (wanted.not_empty)
            report.finding({
                .message = fmt::format("the column {} is empty in this row", name),
                .location = subject.document->at(row.source),
                .help = subject.help("fill the cell in"),
            });
        return;
    }
    if (const auto fault = fault_of(cell.text, {wanted.values, wanted.pattern}))
        report.finding({
            .message = fmt::format("\"{}\" in column {} {}", shown(cell.text), name, *fault),
            .location = subject.document->at(cell.source),
            .help = subject.help("write what the column allows"),
        });
}

void judge_table(const Block& table, const Columns& columns, const policy::TableShape& what,
                 const Subject& subject, Report& report) {
    if (what.in_order) judge_order(table, columns, subject, report);
    for (std::size_t at = 1; at < table.rows.size(); ++at)
        for (std::size_t one = 0; one < columns.size(); ++one)
            if (columns[one]) judge_cell(table.rows[at], *columns[one], what.columns[one], subject, report);
}

void report_absent(const std::vector<const model::Section*>& sections, const policy::TableShape& what,
                   const Subject& subject, Report& report) {
    const bool no_section = sections.empty();
    report.finding({
        .message = no_section
                       ? fmt::format("there is no section {} with the table that belongs there",
                                     quoted(what.section))
                       : fmt::format("there is no table in the section \"{}\"", sections.front()->title),
        .location =
            subject.document->at(no_section ? subject.document->beginning() : sections.front()->heading),
        .help = subject.help("add the table"),
    });
}

} // namespace

void check(const policy::TableShape& what, const Subject& subject, Report& report) {
    const auto sections = sections_titled(*subject.document, what.section);
    const auto tables = tables_below(sections, *subject.document);
    if (tables.empty()) {
        if (what.required) report_absent(sections, what, subject, report);
        return;
    }
    // Other tables may stand there, too: those with all columns are meant, or else the one that is nearest.
    const Block* nearest = nullptr;
    std::vector<std::string> least;
    for (const Block* table : tables) {
        const Columns columns = find_columns(*table, what);
        auto names = lacking(columns, what);
        if (names.empty()) judge_table(*table, columns, what, subject, report);
        if (nearest != nullptr && names.size() >= least.size()) continue;
        nearest = table;
        least = std::move(names);
    }
    if (least.empty()) return;
    judge_table(*nearest, find_columns(*nearest, what), what, subject, report);
    report.finding({
        .message = fmt::format("the table has no column {}", base::list_in_words(least)),
        .location = subject.document->at(nearest->rows.front().source),
        .help = subject.help("add what is missing"),
    });
}

} // namespace docs_lint::rules::kinds
