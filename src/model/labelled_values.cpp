#include "model/labelled_values.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/columns.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

/// `Related items`, `Escalation timers`: what stands there is not about the record. The heading says so to
/// its readers; a column alone could hide a state from nobody but us.
bool is_about_something_else(const std::string& heading) {
    static const std::vector<std::string> words = {"related",        "other items", "other defects",
                                                   "other features", "timer",       "timers",
                                                   "limit",          "limits",      "escalation"};
    return contains_any_word(heading, words);
}

/// Many things with states of their own, in words that may be the process's too. One ticket could be the
/// record.
bool is_about_tickets(const std::string& heading) {
    static const std::vector<std::string> words = {"tickets", "trackers",     "pull requests", "servers",
                                                   "hosts",   "environments", "branches"};
    return contains_any_word(heading, words);
}

class Collector {
public:
    explicit Collector(const std::vector<std::string>& labels) : labels_(labels) {}

    void read_header(const Header& header) {
        for (const Field& field : header.fields)
            if (const auto label = label_in(field.key))
                add(*label, {.value = field.value, .place = DeclarationPlace::header});
    }

    void read_heading(const Block& heading) {
        const bool is_title = heading.level == 1; // it tells the defect
        const std::string text = is_title ? std::string() : join_lines(heading.lines).text;
        about_something_else_ = is_about_something_else(text);
        about_tickets_ = is_about_tickets(text);
    }

    void read_line(const Text& line, DeclarationPlace place, bool in_heading = false) {
        const std::size_t begin = std::min(line.text.find_first_not_of(" \t-*+"), line.text.size());
        const std::string_view bare = std::string_view(line.text).substr(begin);
        const auto parts = split_label(bare);
        if (!parts) return;
        const auto label = label_in(bare.substr(parts->label.begin, parts->label.size()));
        if (!label) return;
        const base::Span behind{begin + parts->value.begin, begin + parts->value.end};
        add(*label, {.value = line.slice(behind), .place = place, .in_heading = in_heading});
    }

    /// `## Priority`, and below it nothing but `P0`.
    void read_below(const Block& heading, const Block& next) {
        constexpr std::size_t kWordsOfValue = 4;
        if (next.kind != BlockKind::paragraph || next.lines.size() != 1) return;
        const Text value = next.lines.front().trimmed();
        const auto label = label_in(join_lines(heading.lines).text);
        if (label && base::split(base::collapse_blanks(value.text), ' ').size() <= kWordsOfValue)
            add(*label, {.value = value, .place = DeclarationPlace::line, .in_heading = true});
    }

    void read_table(const Block& table) {
        if (table.rows.empty() || about_something_else_) return;
        const auto& header = table.rows.front().cells;
        if (header.size() == 2)
            for (const auto& row : table.rows) read_pair(row, &row == &table.rows.front());
        for (std::size_t at = 0; at < header.size() && table.rows.size() == 2; ++at)
            if (const auto label = label_in(header[at].text))
                add(*label, {.value = cell_at(table.rows[1], at),
                             .place = DeclarationPlace::table,
                             .in_column = true});
    }

    std::vector<LabelledValue> take() { return std::move(values_); }

private:
    void read_pair(const markdown::TableRow& row, bool in_heading) {
        if (row.cells.size() < 2) return;
        if (const auto label = label_in(row.cells[0].text))
            add(*label, {.value = row.cells[1], .place = DeclarationPlace::table, .in_heading = in_heading});
    }

    void add(std::size_t label, LabelledValue value) {
        if (value.value.empty()) return;
        value.label = label;
        value.among_tickets = about_tickets_;
        values_.push_back(std::move(value));
    }

    [[nodiscard]] std::optional<std::size_t> label_in(std::string_view text) const {
        const std::string folded = base::is_plain_ascii(text) ? std::string() : base::fold_look_alikes(text);
        const std::string_view bare = base::trim(folded.empty() ? text : folded);
        const std::string_view name = bare.substr(0, bare.find(':'));
        for (std::size_t index = 0; index < labels_.size(); ++index)
            if (is_same_label(name, labels_[index])) return index;
        return std::nullopt;
    }

    const std::vector<std::string>& labels_;
    std::vector<LabelledValue> values_;
    bool about_something_else_ = false;
    bool about_tickets_ = false;
};

bool lies_in(const Block& block, base::Span header) {
    return !header.empty() && block.source.begin < header.end && header.begin < block.source.end;
}

} // namespace

std::vector<LabelledValue> read_labelled_values(const BlockTree& tree, const Header& header,
                                                const std::vector<std::string>& labels, Headings headings) {
    Collector values(labels);
    values.read_header(header);
    for (std::size_t index = 1; index < tree.size(); ++index) {
        const Block& block = tree[index];
        if (lies_in(block, header.source) || tree.is_inside(index, BlockKind::block_quote)) continue;
        if (block.kind == BlockKind::heading) values.read_heading(block);
        if (block.kind == BlockKind::heading && headings == Headings::read) {
            values.read_line(join_lines(block.lines), DeclarationPlace::line, true);
            if (index + 1 < tree.size()) values.read_below(block, tree[index + 1]);
        }
        if (block.kind == BlockKind::table) values.read_table(block);
        const bool fence = is_record_fence(block);
        if (!fence && block.kind != BlockKind::paragraph) continue;
        for (const Text& line : block.lines)
            values.read_line(line, fence ? DeclarationPlace::fenced_block : DeclarationPlace::line);
    }
    return values.take();
}

} // namespace docs_lint::model
