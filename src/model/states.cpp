#include "base/text.hpp"
#include "model/columns.hpp"
#include "model/record_readers.hpp"
#include "model/text_tools.hpp"

#include <algorithm>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

/// The known state that begins the text, in any spelling; else all up to the first mark that begins prose.
std::string state_in(std::string_view text, const policy::Process& process) {
    const std::string bare = without_glyphs(text);
    std::size_t end = bare.size();
    for (std::size_t at = 0; at < bare.size(); ++at) {
        const bool mark = std::string_view("(,;.|").find(bare[at]) != std::string_view::npos;
        if (!mark && dash_at(bare, at) == 0) continue;
        end = at;
        break;
    }
    std::string state = without_glyphs(std::string_view(bare).substr(0, end));
    if (process.rank_of(state)) return state;
    for (const std::string& known : process.states) {
        const bool begins = starts_with_ignoring_case(bare, known) && !word_begins_at(bare, known.size());
        if (begins && !word_begins_at(bare, known.size() + 1)) return bare.substr(0, known.size());
    }
    return state;
}

class Collector {
public:
    explicit Collector(const policy::Process& process) : process_(process) {}

    void add(const Text& value, StatePlace place) {
        if (value.empty()) return;
        states_.push_back({state_in(value.text, process_), place, value.source});
    }

    void read_line(const Text& line, StatePlace place) {
        const std::size_t begin = std::min(line.text.find_first_not_of(" \t-*+"), line.text.size());
        const Text bare = line.slice({begin, line.text.size()});
        const auto parts = split_label(bare.text);
        if (!parts || !is_label(bare.text.substr(parts->label.begin, parts->label.size()))) return;
        add(bare.slice(parts->value), place);
    }

    void read_table(const Block& table) {
        if (table.rows.empty()) return;
        if (table.rows.front().cells.size() == 2)
            for (const auto& row : table.rows)
                if (row.cells.size() > 1 && is_label(row.cells[0].text)) add(row.cells[1], StatePlace::table);
        const auto& header = table.rows.front().cells;
        for (std::size_t at = 0; at < header.size() && header.size() > 2 && table.rows.size() == 2; ++at)
            if (is_label(header[at].text)) add(cell_at(table.rows[1], at), StatePlace::table);
    }

    std::vector<StateDeclaration> take() { return std::move(states_); }

    [[nodiscard]] bool is_label(std::string_view text) const {
        const std::string_view bare = base::trim(text);
        return matches_label(bare.substr(0, bare.find(':')), process_.state_labels);
    }

private:
    const policy::Process& process_;
    std::vector<StateDeclaration> states_;
};

void read_header_fields(Collector& states, const Header& header) {
    for (const Field& field : header.fields)
        if (states.is_label(field.key)) states.add(field.value, StatePlace::header);
}

bool lies_in(const Block& block, base::Span header) {
    return !header.empty() && block.source.begin < header.end && header.begin < block.source.end;
}

} // namespace

std::vector<StateDeclaration> read_states(const BlockTree& tree, const Header& header,
                                          const policy::Process& process) {
    Collector states(process);
    read_header_fields(states, header);
    for (std::size_t index = 1; index < tree.size(); ++index) {
        const Block& block = tree[index];
        if (lies_in(block, header.source) || tree.is_inside(index, BlockKind::block_quote)) continue;
        if (block.kind == BlockKind::table) states.read_table(block);
        const bool fence = is_record_fence(block);
        if (!fence && block.kind != BlockKind::paragraph) continue;
        for (const Text& line : block.lines)
            states.read_line(line, fence ? StatePlace::fenced_block : StatePlace::line);
    }
    return states.take();
}

} // namespace docs_lint::model
