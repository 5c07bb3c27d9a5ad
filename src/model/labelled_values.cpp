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
        if (is_about_something_else(header)) return;
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

    /// Limits of each state, or other items with their states.
    static bool is_about_something_else(const std::vector<Text>& header) {
        static const std::vector<std::string> items = {"item", "related item", "related", "other item"};
        static const std::vector<std::string> limits = {
            "limit", "time limit", "max time", "maximum time", "longest stay", "timer", "ends"};
        if (header.empty() || matches_label(header.front().text, items)) return !header.empty();
        return std::any_of(header.begin(), header.end(), [](const Text& cell) {
            const std::string_view text = cell.text;
            return matches_label(text, limits) || starts_with_ignoring_case(text, "limit in ") ||
                   starts_with_ignoring_case(text, "max time in ");
        });
    }

    [[nodiscard]] bool is_label(std::string_view text) const {
        const std::string_view bare = base::trim(text);
        return matches_label(bare.substr(0, bare.find(':')), labels_);
    }

    const std::vector<std::string>& labels_;
    std::vector<LabelledValue> values_;
};

bool lies_in(const Block& block, base::Span header) {
    return !header.empty() && block.source.begin < header.end && header.begin < block.source.end;
}

} // namespace

std::vector<LabelledValue> read_labelled_values(const BlockTree& tree, const Header& header,
                                                const std::vector<std::string>& labels) {
    Collector values(labels);
    values.read_header(header);
    for (std::size_t index = 1; index < tree.size(); ++index) {
        const Block& block = tree[index];
        if (lies_in(block, header.source) || tree.is_inside(index, BlockKind::block_quote)) continue;
        if (block.kind == BlockKind::table) values.read_table(block);
        const bool fence = is_record_fence(block);
        if (!fence && block.kind != BlockKind::paragraph) continue;
        for (const Text& line : block.lines)
            values.read_line(line, fence ? DeclarationPlace::fenced_block : DeclarationPlace::line);
    }
    return values.take();
}

} // namespace docs_lint::model
