#include "model/columns.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::model {

using markdown::Text;

namespace {

/// Behind what is there, with `joint` between them. The joint stands where the part begins.
void append(Text& line, std::string_view joint, const Text& part) {
    if (!line.empty()) {
        line.pieces.push_back({line.text.size(), {part.source.begin, part.source.begin}, false});
        line.text += joint;
    }
    for (markdown::Piece piece : part.pieces) {
        piece.offset += line.text.size();
        line.pieces.push_back(piece);
    }
    line.source = line.empty() ? part.source : base::join(line.source, part.source);
    line.text += part.text;
}

/// A heading is said again in each row: what its letters stand for is written once, above.
Text said_again(const Text& heading, std::size_t place) {
    return {heading.text, {{0, {place, place}, false}}, {place, place}};
}

Text as_line(const markdown::TableRow& header, const markdown::TableRow& row) {
    Text line;
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        if (row.cells[at].empty()) continue;
        const Text& heading = cell_at(header, at);
        if (!heading.empty()) append(line, "; ", said_again(heading, row.cells[at].source.begin));
        append(line, heading.empty() ? "; " : ": ", row.cells[at]);
    }
    return line;
}

Text as_label_and_value(const markdown::TableRow& row) {
    Text line;
    for (const Text& cell : row.cells) append(line, ": ", cell);
    return line;
}

} // namespace

std::optional<std::size_t> find_column(const markdown::Block& table,
                                       std::initializer_list<std::string_view> names) {
    if (table.rows.empty()) return std::nullopt;
    const auto& header = table.rows.front().cells;
    for (std::size_t at = 0; at < header.size(); ++at) {
        const std::string name = base::normalise_name(header[at].text);
        const bool number = base::trim(header[at].text) == "#";
        const auto fits = [&](std::string_view wanted) { return wanted == "#" ? number : wanted == name; };
        if (std::any_of(names.begin(), names.end(), fits)) return at;
    }
    return std::nullopt;
}

const Text& cell_at(const markdown::TableRow& row, std::optional<std::size_t> column) {
    static const Text nothing;
    return column && *column < row.cells.size() ? row.cells[*column] : nothing;
}

std::vector<Text> rows_as_lines(const markdown::Block& table) {
    std::vector<Text> lines;
    if (table.rows.empty()) return lines;
    const bool labelled = table.rows.front().cells.size() == 2;
    for (std::size_t at = labelled ? 0 : 1; at < table.rows.size(); ++at)
        lines.push_back(labelled ? as_label_and_value(table.rows[at])
                                 : as_line(table.rows.front(), table.rows[at]));
    return lines;
}

} // namespace docs_lint::model
