#include "base/date.hpp"
#include "base/text.hpp"
#include "model/columns.hpp"
#include "model/gate_reading.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::TableRow;
using markdown::Text;

struct ComponentColumn {
    std::size_t column = 0;
    ComponentKind kind = ComponentKind::evidence;
    bool repeated = false; ///< `PMO re-validation`
};

std::vector<ComponentColumn> component_columns(const TableRow& header, const policy::SignOffFormat& format) {
    std::vector<ComponentColumn> columns;
    for (std::size_t at = 0; at < header.cells.size(); ++at) {
        const std::string& label = header.cells[at].text;
        if (const auto kind = component_kind(classify_label(label, format)))
            columns.push_back({at, *kind, false});
        else if (const auto repeated = component_kind(classify_repeated_label(label, format)))
            columns.push_back({at, *repeated, true});
    }
    return columns;
}

/// A register of evidence or owners is no table of sign-offs: those have two kinds of component at least.
bool is_sign_off_table(const std::vector<ComponentColumn>& columns) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const ComponentColumn& column) { return column.kind != columns.front().kind; });
}

bool is_component_column(const std::vector<ComponentColumn>& columns, std::size_t at) {
    return std::any_of(columns.begin(), columns.end(),
                       [at](const ComponentColumn& column) { return column.column == at; });
}

/// What an item's row is called: the cell with its id, or with its title.
struct RowName {
    GateLine line;
    const Text* cell = nullptr;
};

bool is_row_number(std::string_view text) {
    return text.size() < 3 && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<RowName> name_of(const TableRow& row, const std::vector<ComponentColumn>& columns,
                               const GateVocabulary& vocabulary) {
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        if (is_component_column(columns, at)) continue;
        const auto line = read_gate_line(row.cells[at].text, vocabulary);
        if (line && line->is_item) return RowName{*line, &row.cells[at]};
    }
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const Text& cell = row.cells[at];
        if (is_component_column(columns, at) || cell.empty() || is_row_number(cell.text)) continue;
        GateLine line;
        line.is_item = line.has_keyword = true;
        line.rest = {0, cell.text.size()};
        line.struck_out = holds_struck(cell);
        const auto* process = vocabulary.process;
        const auto* item = process == nullptr ? nullptr : process->find_item_by_title(cell.text);
        if (item != nullptr) line.id = item->id;
        if (item != nullptr) line.gate_id = gate_of_item(item->id, process);
        return RowName{line, &cell};
    }
    return std::nullopt;
}

/// A numeric id such as `1.2` in the first cell: in a table of sign-offs it can be nothing else.
void read_bare_number(RowName& name, const GateVocabulary& vocabulary) {
    if (!name.line.id.empty() || vocabulary.format.item_keywords.empty()) return;
    const std::string with_keyword = vocabulary.format.item_keywords.back() + " " + name.cell->text;
    const auto line = read_gate_line(with_keyword, vocabulary);
    if (!line || !line->is_item || line->id.empty()) return;
    const std::size_t shift = with_keyword.size() - name.cell->text.size();
    name.line = *line;
    name.line.rest = {std::max(line->rest.begin, shift) - shift, std::max(line->rest.end, shift) - shift};
}

void add_cells(OpenItem& open, const TableRow& header, const TableRow& row,
               const std::vector<ComponentColumn>& columns, std::size_t home, bool quoted) {
    for (const ComponentColumn& column : columns) {
        const Text& value = cell_at(row, column.column);
        if (column.repeated && value.empty()) continue;
        const Misplacement misplacement = quoted            ? Misplacement::quoted
                                          : column.repeated ? Misplacement::repeated
                                                            : Misplacement::none;
        Component& component =
            add_component(open, column.kind, header.cells[column.column], value, home, misplacement);
        component.source = value.empty() ? row.source : value.source;
    }
}

void read_item_rows(GateReading& reading, std::size_t index, const std::vector<ComponentColumn>& columns) {
    const Block& table = reading.source.tree[index];
    const bool quoted = reading.source.tree.is_inside(index, BlockKind::block_quote);
    for (std::size_t at = 1; at < table.rows.size(); ++at) {
        const TableRow& row = table.rows[at];
        auto name = name_of(row, columns, reading.source.vocabulary);
        OpenItem* around = item_around(reading, index);
        const bool of_item_around =
            around != nullptr && table.rows.size() == 2 && (!name || name->line.id.empty());
        if (of_item_around) {
            if (around->item.components.empty()) around->item.shape = ItemShape::table_row;
            add_cells(*around, table.rows.front(), row, columns, index, quoted);
            continue;
        }
        if (!name) continue;
        read_bare_number(*name, reading.source.vocabulary);
        OpenItem item =
            make_item(reading, name->line, *name->cell, row.source, table.parent, ItemShape::table_row);
        add_cells(item, table.rows.front(), row, columns, index, quoted);
        finish(item, reading.source);
        note_gate(reading, item);
        reading.done.push_back(std::move(item));
    }
}

void read_component_rows(GateReading& reading, std::size_t index) {
    const Block& table = reading.source.tree[index];
    const bool quoted = reading.source.tree.is_inside(index, BlockKind::block_quote);
    for (const TableRow& row : table.rows) {
        if (row.cells.size() < 2) continue;
        const auto& format = reading.source.vocabulary.format;
        const LabelKind label = classify_label(row.cells[0].text, format);
        OpenItem* open = item_around(reading, index);
        if (const auto kind = component_kind(label); kind && open != nullptr) {
            if (open->item.components.empty()) open->item.shape = ItemShape::table;
            add_component(*open, *kind, row.cells[0], row.cells[1], index,
                          quoted ? Misplacement::quoted : Misplacement::none);
        } else if (label == LabelKind::gate_status && !quoted) {
            add_status(reading, row.cells[0], row.cells[1]);
        } else if (open != nullptr) {
            if (const auto repeated = component_kind(classify_repeated_label(row.cells[0].text, format)))
                add_component(*open, *repeated, row.cells[0], row.cells[1], index,
                              quoted ? Misplacement::quoted : Misplacement::repeated);
        }
    }
}

/// `| PMO validation | Date |` below an item that has its components: what it says is said once more.
void read_further_cells(GateReading& reading, std::size_t index, std::vector<ComponentColumn> columns) {
    OpenItem* around = item_around(reading, index);
    if (around == nullptr || around->item.components.empty()) return;
    columns.erase(std::remove_if(columns.begin(), columns.end(),
                                 [](const auto& column) { return column.kind == ComponentKind::evidence; }),
                  columns.end());
    for (ComponentColumn& column : columns) column.repeated = true;
    const Block& table = reading.source.tree[index];
    const bool quoted = reading.source.tree.is_inside(index, BlockKind::block_quote);
    for (std::size_t at = 1; at < table.rows.size(); ++at)
        add_cells(*around, table.rows.front(), table.rows[at], columns, index, quoted);
}

std::optional<std::size_t> gate_column(const Block& table, const policy::SignOffFormat& format) {
    for (std::size_t at = 0; at < table.rows.front().cells.size(); ++at)
        if (matches_label(table.rows.front().cells[at].text, format.item_keywords)) return at;
    return std::nullopt;
}

std::optional<std::size_t> status_column(const Block& table, const policy::SignOffFormat& format) {
    for (std::size_t at = 0; at < table.rows.front().cells.size(); ++at)
        if (matches_label(table.rows.front().cells[at].text, format.status_labels)) return at;
    return find_column(table, {"status", "verdict", "result", "outcome", "decision"});
}

/// `Passed`, `Passed?`, `Passed on`, `Date passed`: the column's heading itself says what its cells confirm.
bool heads_passed_column(std::string_view heading, const policy::SignOffFormat& format) {
    std::string bare = base::normalise_name(heading);
    for (const std::string_view around : {"on", "at", "date"}) {
        if (bare.ends_with(" " + std::string(around))) bare.resize(bare.size() - around.size() - 1);
        if (bare.starts_with(std::string(around) + " ")) bare.erase(0, around.size() + 1);
    }
    return std::any_of(format.status_passed.begin(), format.status_passed.end(),
                       [&](const std::string& word) { return bare == word; });
}

bool equals_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return base::equals_ignoring_case(text, word); });
}

/// What a cell of such a column says.
StatusClaim claim_of_cell(std::string_view text, const policy::SignOffFormat& format) {
    StatusClaim claim = read_status_claim(text, format);
    if (claim.any()) return claim;
    const std::string bare = without_glyphs(text);
    claim.passed = equals_any(bare, format.owner_yes) || !base::find_moments(text).empty();
    claim.open = equals_any(bare, format.owner_no);
    return claim;
}

std::optional<std::size_t> passed_column(const Block& table, const policy::SignOffFormat& format) {
    for (std::size_t at = 0; at < table.rows.front().cells.size(); ++at)
        if (heads_passed_column(table.rows.front().cells[at].text, format)) return at;
    return std::nullopt;
}

/// `| Gate | Status |` or `| Gate | Passed |` with a row for each gate.
void read_status_rows(GateReading& reading, std::size_t index) {
    const Block& table = reading.source.tree[index];
    const auto& vocabulary = reading.source.vocabulary;
    const auto gate = gate_column(table, vocabulary.format);
    if (!gate || reading.source.tree.is_inside(index, BlockKind::block_quote)) return;
    const auto status = status_column(table, vocabulary.format);
    const auto passed = status ? std::nullopt : passed_column(table, vocabulary.format);
    const auto column = status ? status : passed;
    if (!column || gate == column) return;
    for (std::size_t at = 1; at < table.rows.size(); ++at) {
        const auto name = read_gate_name(cell_at(table.rows[at], gate).text, vocabulary);
        const Text& text = cell_at(table.rows[at], column);
        StatusClaim claim = passed ? claim_of_cell(text.text, vocabulary.format)
                                   : read_status_claim(text.text, vocabulary.format);
        claim.open = claim.open || (!claim.passed && says_refused(text.text, vocabulary.format));
        if (name && claim.any())
            reading.statuses.push_back({*name, {claim.passed, claim.open, text.text, text.source}});
    }
}

} // namespace

void read_gate_table(GateReading& reading, std::size_t index) {
    const Block& table = reading.source.tree[index];
    if (table.rows.empty()) return;
    const auto columns = component_columns(table.rows.front(), reading.source.vocabulary.format);
    if (is_sign_off_table(columns)) return read_item_rows(reading, index, columns);
    if (Component* component = component_around(reading, index))
        extend_evidence(*component, rows_as_lines(table));
    read_further_cells(reading, index, columns);
    if (table.rows.front().cells.size() == 2) read_component_rows(reading, index);
    read_status_rows(reading, index);
}

} // namespace docs_lint::model
