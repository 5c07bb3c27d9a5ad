#include "markdown/tables.hpp"

#include "markdown/characters.hpp"

#include <algorithm>

namespace docs_lint::markdown {
namespace {

constexpr std::size_t kCodeIndent = 4;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t skip_pipe(std::string_view row, std::size_t at) {
    if (at >= row.size() || row[at] != '|') return at;
    ++at;
    while (at < row.size() && is_space(row[at])) ++at;
    return at;
}

std::size_t first_cell(std::string_view row) {
    std::size_t at = 0;
    while (at < row.size() && is_space(row[at])) ++at;
    return skip_pipe(row, at);
}

// GFM: a pipe behind a backslash never ends a cell, whatever stands in front of the backslash.
std::size_t cell_end(std::string_view row, std::size_t at) {
    while (at < row.size() && row[at] != '|') {
        at += row[at] == '\\' && at + 1 < row.size() && row[at + 1] == '|' ? 2 : 1;
    }
    return at;
}

base::Span trim(std::string_view row, base::Span cell) {
    while (!cell.empty() && is_space(row[cell.begin])) ++cell.begin;
    while (!cell.empty() && is_space(row[cell.end - 1])) --cell.end;
    return cell;
}

std::string_view without_trailing_blanks(std::string_view row) {
    while (!row.empty() && is_space(row.back())) row.remove_suffix(1);
    return row;
}

std::vector<base::Span> cells_of(std::string_view row) {
    std::vector<base::Span> cells;
    row = without_trailing_blanks(row);
    for (std::size_t at = first_cell(row); at < row.size();) {
        const std::size_t end = cell_end(row, at);
        cells.push_back(trim(row, {at, end}));
        at = skip_pipe(row, end);
    }
    return cells;
}

std::size_t count_cells(std::string_view row) {
    row = without_trailing_blanks(row);
    std::size_t count = 0;
    for (std::size_t at = first_cell(row); at < row.size(); ++count) at = skip_pipe(row, cell_end(row, at));
    return count;
}

bool is_delimiter(std::string_view cell) {
    if (!cell.empty() && cell.front() == ':') cell.remove_prefix(1);
    if (!cell.empty() && cell.back() == ':') cell.remove_suffix(1);
    return !cell.empty() && cell.find_first_not_of('-') == std::string_view::npos;
}

/// The columns that a delimiter row has, 0 where the line is none.
std::size_t delimiter_columns(const ContentLine& line) {
    const std::string_view text = line.content.text;
    if (line.lazy || line.indent >= kCodeIndent) return 0;
    if (text.empty() || text.find_first_not_of("|:- \t\v\f") != std::string_view::npos) return 0;
    const std::vector<base::Span> cells = cells_of(text);
    const bool all = std::all_of(cells.begin(), cells.end(), [text](base::Span cell) {
        return is_delimiter(text.substr(cell.begin, cell.size()));
    });
    return all ? cells.size() : 0;
}

// What interrupts a table but not a paragraph, so that cmark-gfm's core left it in the paragraph.
bool starts_list(std::string_view text) {
    std::size_t marker = 0;
    while (marker < text.size() && marker < 9 && is_digit(text[marker])) ++marker;
    const bool bullet = !text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+');
    const bool ordered = marker > 0 && marker < text.size() && (text[marker] == '.' || text[marker] == ')');
    if (!bullet && !ordered) return false;
    const std::size_t after = bullet ? 1 : marker + 1;
    return after == text.size() || text[after] == ' ' || text[after] == '\t';
}

bool starts_html(std::string_view text) {
    text = without_trailing_blanks(text);
    return text.size() > 2 && text[0] == '<' && (is_letter(text[1]) || text[1] == '/') &&
           text.find('>') == text.size() - 1;
}

bool is_row(const ContentLine& line) {
    const std::string_view text = line.content.text;
    return !line.lazy && line.indent < kCodeIndent && !starts_list(text) && !starts_html(text) &&
           count_cells(text) > 0;
}

MappedLine unescaped(const MappedLine& cell, std::deque<std::string>& pool) {
    MappedLine result{{}, cell.source, {}};
    std::string text;
    const auto copy = [&](base::Span span, bool pipe) {
        const std::size_t begin = text.size();
        text += pipe ? std::string_view("|") : cell.text.substr(span.begin, span.size());
        result.patches.push_back({{begin, text.size()}, cell.source_of(span)});
    };
    auto patch = cell.patches.begin();
    for (std::size_t at = 0; at < cell.text.size();) {
        if (patch != cell.patches.end() && patch->read.begin == at) {
            copy(patch->read, false);
            at = (patch++)->read.end;
        } else if (cell.text.substr(at, 2) == "\\|") {
            copy({at, at + 2}, true);
            at += 2;
        } else {
            text += cell.text[at++];
        }
    }
    result.text = pool.emplace_back(std::move(text));
    return result;
}

} // namespace

std::optional<TableExtent> find_table(const std::vector<ContentLine>& lines, std::size_t from) {
    for (std::size_t delimiter = from + 1; delimiter < lines.size(); ++delimiter) {
        const std::size_t columns = delimiter_columns(lines[delimiter]);
        if (columns == 0 || count_cells(lines[delimiter - 1].content.text) != columns) continue;
        std::size_t end = delimiter + 1;
        while (end < lines.size() && is_row(lines[end])) ++end;
        return TableExtent{delimiter - 1, end, columns};
    }
    return std::nullopt;
}

std::vector<MappedLine> split_row(const MappedLine& row, std::deque<std::string>& pool) {
    std::vector<MappedLine> cells;
    for (const base::Span span : cells_of(row.text)) {
        const MappedLine cell = row.part(span);
        const bool escapes = cell.text.find("\\|") != std::string_view::npos;
        cells.push_back(escapes ? unescaped(cell, pool) : cell);
    }
    return cells;
}

} // namespace docs_lint::markdown
