#include "model/columns.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::model {

using markdown::Text;

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

} // namespace docs_lint::model
