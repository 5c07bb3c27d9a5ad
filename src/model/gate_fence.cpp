#include "model/gate_reading.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::BlockKind;
using markdown::Text;

std::size_t indentation_of(const Text& line) {
    return std::min(line.text.find_first_not_of(" \t"), line.text.size());
}

std::size_t least_indentation(const std::vector<Text>& lines) {
    std::size_t least = std::string::npos;
    for (const Text& line : lines)
        if (indentation_of(line) < line.text.size()) least = std::min(least, indentation_of(line));
    return least == std::string::npos ? 0 : least;
}

/// The block shows how a gate is written in Markdown, heading marks and all: a sample, not a record.
bool is_sample(const GateReading& reading, const markdown::Block& block) {
    return std::any_of(block.lines.begin(), block.lines.end(), [&](const Text& line) {
        return line.text.starts_with("#") && read_gate_line(line.text, reading.source.vocabulary);
    });
}

/// Reads the lines of a fenced block, with the item around it and those that begin inside it.
class FencedLines {
public:
    FencedLines(GateReading& reading, std::size_t index)
        : reading_(reading), index_(index), base_(least_indentation(reading.source.tree[index].lines)) {
        quoted_ = reading.source.tree.is_inside(index, BlockKind::block_quote);
    }

    void read(const Text& line) {
        const bool indented = indentation_of(line) > base_;
        const BareLine bare = without_checkbox(line);
        if (bare.text.empty()) return;
        if (bare.unchecked)
            continues_ = false;
        else if (indented || !read_name(bare.text))
            read_component(bare.text, indented);
    }

    void finish_items() {
        for (OpenItem& item : items_) {
            finish(item, reading_.source);
            reading_.done.push_back(std::move(item));
        }
    }

private:
    bool read_name(const Text& text) {
        const auto line = read_gate_line(text.text, reading_.source.vocabulary);
        if (!line) return false;
        if (line->is_item && line->has_separator)
            begin_item(*line, text);
        else if (quoted_ || !is_gate(*line) || !add_gate_line_status(reading_, *line, text))
            return false;
        continues_ = false;
        return true;
    }

    static bool is_gate(const GateLine& line) { return !line.is_item && (line.has_keyword || line.is_known); }

    void begin_item(const GateLine& line, const Text& text) {
        const OpenItem* around = item_around(reading_, index_);
        const bool repeated = items_.empty() && around != nullptr && around->item.id == line.id &&
                              around->item.components.empty();
        if (repeated) return;
        OpenItem item = make_item(reading_, line, text, text.source, reading_.source.tree[index_].parent,
                                  ItemShape::fenced_block);
        note_gate(reading_, item);
        items_.push_back(std::move(item));
    }

    [[nodiscard]] OpenItem* current_item() {
        return items_.empty() ? item_around(reading_, index_) : &items_.back();
    }

    void read_component(const Text& text, bool indented) {
        const LabelledText labelled = read_labelled(text, reading_.source.vocabulary.format);
        OpenItem* open = current_item();
        if (const auto kind = component_kind(labelled.kind); kind && open != nullptr) {
            if (open->item.components.empty()) open->item.shape = ItemShape::fenced_block;
            add_component(*open, *kind, labelled.label, labelled.value, index_,
                          quoted_ ? Misplacement::quoted : Misplacement::none);
            continues_ = true;
        } else if (labelled.kind == LabelKind::gate_status && !quoted_) {
            add_status(reading_, labelled.label, labelled.value);
            continues_ = false;
        } else if ((open != nullptr && hear_beside(*open, labelled, index_, quoted_)) ||
                   labelled.kind != LabelKind::none || !indented) {
            continues_ = false;
        } else if (continues_ && open != nullptr) {
            extend(open->item.components.back(), text);
        }
    }

    GateReading& reading_;
    std::size_t index_;
    std::size_t base_;
    bool quoted_ = false;
    bool continues_ = false;
    std::vector<OpenItem> items_; ///< those that begin in the block
};

} // namespace

void read_gate_fence(GateReading& reading, std::size_t index) {
    const auto& block = reading.source.tree[index];
    if (block.fenced && (!is_record_fence(block) || is_sample(reading, block))) return;
    if (Component* component = component_around(reading, index))
        return extend_evidence(*component, block.lines);
    if (!block.fenced) {
        for (const Text& line : block.lines) hear_line(reading, line, index);
        return;
    }
    FencedLines lines(reading, index);
    for (const Text& line : block.lines) lines.read(line);
    lines.finish_items();
}

} // namespace docs_lint::model
