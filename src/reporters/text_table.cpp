#include "reporters/text_table.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/text.hpp"

#include <algorithm>
#include <numeric>

namespace docs_lint::reporters {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kGap = 2;

struct Column {
    std::size_t width = 0; ///< of its widest cell, at first
    std::size_t least = 0; ///< of its longest word
};

std::vector<Column> columns_of(const Rows& rows) {
    std::vector<Column> columns(rows.front().size());
    for (const auto& row : rows)
        for (std::size_t at = 0; at < row.size(); ++at) {
            columns[at].width = std::max(columns[at].width, base::display_width(row[at]));
            for (const std::string_view word : base::split(row[at], ' '))
                columns[at].least = std::max(columns[at].least, base::display_width(word));
        }
    return columns;
}

void fit(std::vector<Column>& columns, std::size_t width) {
    std::size_t taken =
        std::accumulate(columns.begin(), columns.end(), kGap * (columns.size() - 1),
                        [](std::size_t sum, const Column& column) { return sum + column.width; });
    const auto can_shrink = [](const Column& column) { return column.width > column.least; };
    for (; taken > width; --taken) {
        Column* widest = nullptr;
        for (Column& column : columns)
            if (can_shrink(column) && (widest == nullptr || column.width > widest->width)) widest = &column;
        if (widest == nullptr) return;
        --widest->width;
    }
}

/// A row takes as many lines as its longest cell.
void write_row(std::string& text, const std::vector<std::string>& row, const std::vector<Column>& columns) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 0;
    for (std::size_t at = 0; at < row.size(); ++at) {
        cells.push_back(wrap(row[at], columns[at].width));
        height = std::max(height, cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::string written;
        for (std::size_t at = 0; at < cells.size(); ++at) {
            const std::string part = line < cells[at].size() ? cells[at][line] : std::string{};
            const std::size_t taken = std::min(base::display_width(part), columns[at].width);
            written += part + std::string(columns[at].width - taken + kGap, ' ');
        }
        written.erase(written.find_last_not_of(' ') + 1);
        text += written + "\n";
    }
}

} // namespace

std::string lay_out(const Rows& rows, std::size_t width) {
    if (rows.empty()) return {};
    auto columns = columns_of(rows);
    fit(columns, width);
    std::string text;
    for (const auto& row : rows) write_row(text, row, columns);
    return text;
}

} // namespace docs_lint::reporters
