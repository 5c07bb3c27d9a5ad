#include "base/text.hpp"
#include "model/columns.hpp"
#include "model/log_tables.hpp"
#include "model/record_readers.hpp"
#include "model/sections.hpp"
#include "model/text_tools.hpp"
#include "model/version_text.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <set>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

bool is_change_log_title(std::string_view title) {
    static const re2::RE2 pattern(
        R"((?:.* )?(?:change ?log|version history|revision history|change history|document history)(?: .*)?)");
    const bool may_be = title.find("log") != title.npos || title.find("history") != title.npos;
    return may_be && re2::RE2::FullMatch(re2::StringPiece(title.data(), title.size()), pattern);
}

ChangeLogColumns columns_of(const Block& table) {
    return {find_column(table, {"version", "ver", "rev", "revision", "v"}),
            find_column(table, {"date", "released", "release date", "changed on"}),
            find_column(table, {"change", "changes", "change summary", "what changed",
                                "description of change", "changes made"})};
}

/// Below a heading for it, a log's text may be called anything.
std::optional<std::size_t> any_text_column(const Block& table) {
    return find_column(table, {"description", "summary", "notes", "note", "details", "comment", "comments",
                               "entry", "what"});
}

void read_version(ChangeLogRow& row, const Text& cell) {
    row.version_text = without_glyphs(cell.text);
    row.version = version_at_front(cell.text);
}

void read_date(ChangeLogRow& row, std::string_view text) {
    row.date_text = std::string(text);
    const auto moments = base::find_moments(text);
    if (!moments.empty() && moments.front().moment) row.date = moments.front().moment->date;
}

void read_rows(std::vector<ChangeLogRow>& log, const Block& table, const ChangeLogColumns& columns) {
    for (std::size_t at = 1; at < table.rows.size(); ++at) {
        const auto& cells = table.rows[at];
        ChangeLogRow row;
        read_version(row, cell_at(cells, columns.version));
        read_date(row, cell_at(cells, columns.date).text);
        row.change = cell_at(cells, columns.change).text;
        row.source = cells.source;
        row.cut_off = cells.cut_off;
        if (!row.version_text.empty() || !row.date_text.empty() || !row.change.empty())
            log.push_back(std::move(row));
    }
}

bool has_version(const Block& table, const ChangeLogColumns& columns) {
    return std::any_of(table.rows.begin() + 1, table.rows.end(), [&](const auto& cells) {
        return version_at_front(cell_at(cells, columns.version).text).has_value();
    });
}

std::optional<ChangeLogTable> read_table(const Block& table, bool below_title) {
    if (table.kind != BlockKind::table || table.rows.empty()) return std::nullopt;
    ChangeLogColumns columns = columns_of(table);
    if (!columns.change && below_title) columns.change = any_text_column(table);
    if (!columns.version || !columns.change) return std::nullopt;
    return ChangeLogTable{&table, columns};
}

/// `**1.1** (2026-02-20): what changed`
ChangeLogRow row_of_line(const Text& line) {
    static const re2::RE2 pattern(R"([\s\[(]*(v?[0-9]+(?:\.[0-9]+)+)[\])]*)");
    ChangeLogRow row;
    const re2::StringPiece input(line.text);
    re2::StringPiece groups[2];
    std::size_t at = 0;
    if (pattern.Match(input, 0, input.size(), re2::RE2::ANCHOR_START, groups, 2)) {
        row.version_text = std::string(groups[1]);
        row.version = base::parse_version(row.version_text);
        at = groups[0].size();
    }
    std::string_view rest = std::string_view(line.text).substr(at);
    const auto moments = base::find_moments(rest);
    const bool dated = !moments.empty() &&
                       rest.substr(0, moments[0].begin).find_first_not_of(" \t([,:–—-\xE2\x80\x93\x94") ==
                           std::string_view::npos;
    if (dated) {
        read_date(row, rest.substr(moments[0].begin, moments[0].end - moments[0].begin));
        rest = rest.substr(moments[0].end);
    }
    const std::size_t begin = rest.find_first_not_of(" \t)],:.-\xE2\x80\x93\x94");
    row.change = std::string(begin == std::string_view::npos ? std::string_view{} : rest.substr(begin));
    return row;
}

ChangeLogRow* add_heading(std::vector<ChangeLogRow>& log, const Text& line, const Block& block) {
    ChangeLogRow row = row_of_line(line);
    if (!row.version) return nullptr;
    row.source = block.source;
    log.push_back(std::move(row));
    return &log.back();
}

void read_list(std::vector<ChangeLogRow>& log, const BlockTree& tree, std::size_t list) {
    std::vector<ChangeLogRow> rows;
    for (const std::size_t item : tree.children(list)) {
        const auto& inside = tree.children(item);
        if (inside.empty() || tree[inside.front()].kind != BlockKind::paragraph) continue;
        ChangeLogRow row = row_of_line(join_lines(tree[inside.front()].lines).trimmed());
        row.source = tree[item].source;
        rows.push_back(std::move(row));
    }
    const bool versions =
        std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.version.has_value(); });
    if (versions) std::move(rows.begin(), rows.end(), std::back_inserter(log));
}

/// `## 1.1 — 2026-02-20` below `# Change log`, with the change in the blocks that follow.
void read_headings(std::vector<ChangeLogRow>& log, const BlockTree& tree) {
    int title_level = 0;
    ChangeLogRow* open = nullptr;
    for (const std::size_t index : tree.children(0)) {
        const Block& block = tree[index];
        if (block.kind != BlockKind::heading) {
            if (open != nullptr && open->change.empty() && !block.lines.empty())
                open->change = join_lines(block.lines).text;
            if (open != nullptr && open->change.empty() && block.kind == BlockKind::list)
                open->change = "a list of changes";
            continue;
        }
        open = nullptr;
        const Text line = join_lines(block.lines).trimmed();
        if (is_change_log_title(base::lower(line.text)))
            title_level = block.level;
        else if (block.level <= title_level)
            title_level = 0;
        else if (title_level > 0)
            open = add_heading(log, line, block);
    }
}

/// Words of the change itself do not count, unless they begin it: a row may tell of what was planned.
bool is_planned(const ChangeLogRow& row, const std::vector<std::string>& planned_words) {
    if (contains_any_word(row.version_text, planned_words) || contains_any_word(row.date_text, planned_words))
        return true;
    const std::size_t begin = std::min(row.change.find_first_not_of(" \t([*_"), row.change.size());
    return std::any_of(planned_words.begin(), planned_words.end(), [&](const std::string& word) {
        if (!starts_with_ignoring_case(std::string_view(row.change).substr(begin), word)) return false;
        const std::size_t end = begin + word.size();
        return end < row.change.size() &&
               std::string_view(":)]").find(row.change[end]) != std::string_view::npos;
    });
}

/// Blocks at the top of the document that stand in a section called change log, below its subheadings too.
std::set<std::size_t> blocks_of_titled_sections(const BlockTree& tree) {
    std::set<std::size_t> blocks;
    int title_level = 0;
    for (const std::size_t index : tree.children(0)) {
        const Block& block = tree[index];
        if (block.kind == BlockKind::heading) {
            if (title_level > 0 && block.level <= title_level) title_level = 0;
            const bool title = is_change_log_title(base::normalise_name(join_lines(block.lines).text));
            if (title && title_level == 0) title_level = block.level;
        }
        if (title_level > 0) blocks.insert(index);
    }
    return blocks;
}

/// Where the log has a heading of its own, a table of versions that stands under another one is about
/// something else: one without dates in any case, one with dates where the log's own section has versions.
class LogTables {
public:
    explicit LogTables(const BlockTree& tree)
        : tree_(tree), titles_(headings_above(tree)), titled_blocks_(blocks_of_titled_sections(tree)) {
        for (const std::size_t index : tree.children(0)) {
            if (!is_below_title(index)) continue;
            const auto table = read_table(tree[index], true);
            titled_ = titled_ || is_list(index) || table;
            has_versions_ = has_versions_ || holds_version(index, table);
        }
    }

    [[nodiscard]] bool is_below_title(std::size_t index) const { return is_change_log_title(titles_[index]); }
    [[nodiscard]] bool is_list(std::size_t index) const { return tree_[index].kind == BlockKind::list; }

    [[nodiscard]] std::optional<ChangeLogTable> at(std::size_t index) const {
        auto table = read_table(tree_[index], is_below_title(index));
        return table && is_about_something_else(index, *table) ? std::nullopt : table;
    }

private:
    [[nodiscard]] bool holds_version(std::size_t index, const std::optional<ChangeLogTable>& table) const {
        if (table && has_version(*table->table, table->columns)) return true;
        std::vector<ChangeLogRow> rows;
        if (is_list(index)) read_list(rows, tree_, index);
        return !rows.empty(); // those of a list without versions are left out
    }

    [[nodiscard]] bool is_about_something_else(std::size_t index, const ChangeLogTable& table) const {
        if (is_below_title(index) || titles_[index].empty()) return false;
        if (!table.columns.date) return titled_;
        return has_versions_ && titled_blocks_.count(index) == 0;
    }

    const BlockTree& tree_;
    std::vector<std::string> titles_;
    std::set<std::size_t> titled_blocks_;
    bool titled_ = false;
    bool has_versions_ = false;
};

} // namespace

std::vector<ChangeLogTable> find_change_log_tables(const BlockTree& tree) {
    std::vector<ChangeLogTable> tables;
    const LogTables log(tree);
    for (const std::size_t index : tree.children(0))
        if (const auto table = log.at(index)) tables.push_back(*table);
    return tables;
}

std::vector<ChangeLogRow> read_change_log(const BlockTree& tree,
                                          const std::vector<std::string>& planned_words) {
    std::vector<ChangeLogRow> log;
    const LogTables tables(tree);
    for (const std::size_t index : tree.children(0)) {
        if (const auto table = tables.at(index)) read_rows(log, *table->table, table->columns);
        if (tables.is_list(index) && tables.is_below_title(index)) read_list(log, tree, index);
    }
    read_headings(log, tree);
    for (ChangeLogRow& row : log) row.planned = is_planned(row, planned_words);
    return log;
}

} // namespace docs_lint::model
