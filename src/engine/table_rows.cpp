#include "engine/table_rows.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace docs_lint::engine {
namespace {

constexpr std::string_view kBlanks = " \t";

/// How the rows of a table are written.
struct Manner {
    std::string indentation;
    bool begins_with_pipe = true;
    bool ends_with_pipe = true;
    std::vector<std::size_t> widths; ///< of the cells; empty where the pipes do not stand below one another
    std::string line_end;
};

std::string_view line_at(const LinedText& source, std::size_t number) {
    const base::Span span = source.lines.line(number);
    return source.text.substr(span.begin, span.size());
}

std::string_view ending_of(const LinedText& source, std::size_t number) {
    const std::size_t begin = source.lines.line(number).end;
    const std::size_t end =
        number < source.lines.line_count() ? source.lines.line(number + 1).begin : source.text.size();
    return source.text.substr(begin, end - begin);
}

std::size_t line_of(const LinedText& source, const markdown::TableRow& row) {
    return source.lines.line_of(row.source.begin);
}

/// Terminal columns of the pipes that part cells.
std::vector<std::size_t> pipes_of(std::string_view line) {
    std::vector<std::size_t> columns;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (line[at] == '|' && (at == 0 || line[at - 1] != '\\'))
            columns.push_back(base::display_width(line.substr(0, at)));
    return columns;
}

std::vector<std::size_t> widths_between(const std::vector<std::size_t>& pipes) {
    std::vector<std::size_t> widths;
    for (std::size_t at = 1; at < pipes.size(); ++at)
        widths.push_back(pipes[at] - pipes[at - 1] >= 3 ? pipes[at] - pipes[at - 1] - 3 : 0);
    return widths;
}

Manner manner_of(const LinedText& source, const markdown::Block& table) {
    const std::size_t header = line_of(source, table.rows.front());
    const std::string_view delimiter = line_at(source, header + 1);
    const std::string_view bare = base::trim(delimiter);
    Manner manner;
    manner.indentation =
        delimiter.substr(0, std::min(delimiter.find_first_not_of(kBlanks), delimiter.size()));
    manner.begins_with_pipe = bare.front() == '|';
    manner.ends_with_pipe = bare.back() == '|';
    manner.line_end = ending_of(source, header);
    const auto pipes = pipes_of(delimiter);
    const bool in_line =
        manner.begins_with_pipe && manner.ends_with_pipe &&
        std::all_of(table.rows.begin(), table.rows.end(), [&](const markdown::TableRow& row) {
            return pipes_of(line_at(source, line_of(source, row))) == pipes;
        });
    if (in_line) manner.widths = widths_between(pipes);
    return manner;
}

std::string escaped(std::string_view cell) {
    std::string text;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        if (cell[at] == '|' && (at == 0 || cell[at - 1] != '\\')) text += '\\';
        text += cell[at];
    }
    return text;
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t taken = base::display_width(text);
    return taken < width ? text + std::string(width - taken, ' ') : text;
}

std::string row_in(const Manner& manner, const std::vector<std::string>& cells) {
    std::string row = manner.indentation + (manner.begins_with_pipe ? "| " : "");
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const std::size_t width = at < manner.widths.size() ? manner.widths[at] : 0;
        row += (at > 0 ? " | " : "") + padded(escaped(cells[at]), width);
    }
    return row + (manner.ends_with_pipe ? " |" : "");
}

} // namespace

base::TextEdit insert_row(const LinedText& source, const markdown::Block& table, std::size_t before,
                          const std::vector<std::string>& cells) {
    const Manner manner = manner_of(source, table);
    const std::string row = row_in(manner, cells);
    if (before < table.rows.size()) {
        const std::size_t at = source.lines.line(line_of(source, table.rows[before])).begin;
        return {{at, at}, row + manner.line_end};
    }
    const std::size_t last = line_of(source, table.rows.back()) + (table.rows.size() == 1 ? 1 : 0);
    const std::size_t at = source.lines.line(last).end;
    return {{at, at}, manner.line_end + row};
}

} // namespace docs_lint::engine
