#include "model/labelled_values.hpp"

#include "base/text.hpp"
#include "model/columns.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

class Collector {
public:
    explicit Collector(const std::vector<std::string>& labels) : labels_(labels) {}

    void read_header(const Header& header) {
        for (const Field& field : header.fields)
            if (is_label(field.key)) add(field.value, DeclarationPlace::header);
    }

    void read_line(const Text& line, DeclarationPlace place) {
        const std::size_t begin = std::min(line.text.find_first_not_of(" \t-*+"), line.text.size());
        const std::string_view bare = std::string_view(line.text).substr(begin);
        const auto parts = split_label(bare);
        if (!parts || !is_label(bare.substr(parts->label.begin, parts->label.size()))) return;
        add(line.slice({begin + parts->value.begin, begin + parts->value.end}), place);
    }

    void read_table(const Block& table) {
        if (table.rows.empty()) return;
        const auto& header = table.rows.front().cells;
        if (header.size() == 2)
            for (const auto& row : table.rows)
                if (row.cells.size() > 1 && is_label(row.cells[0].text))
                    add(row.cells[1], DeclarationPlace::table, &row == &table.rows.front());
        for (std::size_t at = 0; at < header.size() && table.rows.size() == 2; ++at)
            if (is_label(header[at].text)) add(cell_at(table.rows[1], at), DeclarationPlace::table);
    }

    std::vector<LabelledValue> take() { return std::move(values_); }

private:
    void add(const Text& value, DeclarationPlace place, bool in_heading_row = false) {
        if (!value.empty()) values_.push_back({value, place, in_heading_row});
    }

    [[nodiscard]] bool is_label(std::string_view text) const {
        const std::string_view bare = base::trim(text);
        return matches_label(bare.substr(0, bare.find(':')), labels_);
    }

    const std::vector<std::string>& labels_;
    std::vector<LabelledValue> values_;
};

/// `Related items`, `Escalation timers`: what stands there is not about the record. The heading says so to
/// its readers; a column alone could hide a state from nobody but us.
bool is_about_something_else(const std::string& heading) {
    static const std::vector<std::string> words = {"related",        "other items", "other defects",
                                                   "other features", "timer",       "timers",
                                                   "limit",          "limits",      "escalation"};
    return contains_any_word(heading, words);
}

bool lies_in(const Block& block, base::Span header) {
    return !header.empty() && block.source.begin < header.end && header.begin < block.source.end;
}

} // namespace

std::vector<LabelledValue> read_labelled_values(const BlockTree& tree, const Header& header,
                                                const std::vector<std::string>& labels) {
    Collector values(labels);
    values.read_header(header);
    std::string heading;
    for (std::size_t index = 1; index < tree.size(); ++index) {
        const Block& block = tree[index];
        if (lies_in(block, header.source) || tree.is_inside(index, BlockKind::block_quote)) continue;
        if (block.kind == BlockKind::heading)
            heading =
                block.level > 1 ? join_lines(block.lines).text : std::string(); // the title tells the defect
        if (block.kind == BlockKind::table && !is_about_something_else(heading)) values.read_table(block);
        const bool fence = is_record_fence(block);
        if (!fence && block.kind != BlockKind::paragraph) continue;
        for (const Text& line : block.lines)
            values.read_line(line, fence ? DeclarationPlace::fenced_block : DeclarationPlace::line);
    }
    return values.take();
}

} // namespace docs_lint::model
