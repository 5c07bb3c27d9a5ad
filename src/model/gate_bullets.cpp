#include "model/gate_reading.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Piece;
using markdown::Text;

bool is_visible(const Text& line, const Piece& piece) {
    return piece.offset < line.text.size() && line.text[piece.offset] != ' ';
}

bool begins_bold(const Text& line) {
    for (const Piece& piece : line.pieces)
        if (is_visible(line, piece)) return piece.strong;
    return false;
}

bool is_all_bold(const Text& line) {
    return std::all_of(line.pieces.begin(), line.pieces.end(),
                       [&](const Piece& piece) { return piece.strong || !is_visible(line, piece); });
}

/// Components come right behind line `at` of the paragraph, in it or in the block that follows.
bool is_followed_by_components(const GateReading& reading, std::size_t index, std::size_t at) {
    const auto& tree = reading.source.tree;
    const auto& lines = tree[index].lines;
    for (std::size_t next = at + 1; next < lines.size(); ++next)
        if (component_kind(
                read_labelled(without_checkbox(lines[next]).text, reading.source.vocabulary.format).kind))
            return true;
    const std::size_t sibling = tree.next_sibling(index);
    if (sibling == 0) return false;
    const BlockKind kind = tree[sibling].kind;
    return kind == BlockKind::list || kind == BlockKind::code || kind == BlockKind::table;
}

bool begins_item(const GateReading& reading, const GateLine& line, const Text& text, std::size_t index,
                 std::size_t at) {
    if (!line.is_item) return false;
    if (begins_bold(text)) return line.has_separator || is_all_bold(text);
    return line.has_keyword && line.has_separator && is_followed_by_components(reading, index, at);
}

bool read_gate_sentence(GateReading& reading, const GateLine& line, const Text& text, bool at_top) {
    if (line.is_item || !(line.has_keyword || line.is_known)) return false;
    const bool is_heading = at_top && line.has_keyword && is_all_bold(text) && !runs_on(line, text.text);
    if (is_heading) open_bold_gate(reading, line, text);
    return add_gate_line_status(reading, line, text) || is_heading;
}

/// Reads the lines of a paragraph that stands beside the item's heading, not in a list.
class PlainLines {
public:
    PlainLines(GateReading& reading, std::size_t index) : reading_(reading), index_(index) {
        quoted_ = reading.source.tree.is_inside(index, BlockKind::block_quote);
    }

    void read(const Text& line, std::size_t at) {
        const BareLine bare = without_checkbox(line);
        if (bare.unchecked) {
            continues_ = false;
        } else if (!read_name(bare.text, line.source, at)) {
            read_component(bare.text);
        }
    }

private:
    bool read_name(const Text& text, base::Span whole_line, std::size_t at) {
        const auto line = read_gate_line(text.text, reading_.source.vocabulary);
        if (!line) return false;
        const std::size_t container = reading_.source.tree[index_].parent;
        if (begins_item(reading_, *line, text, index_, at)) {
            begin_item(make_item(reading_, *line, text, whole_line, container, ItemShape::bullets));
        } else if (quoted_ || !read_gate_sentence(reading_, *line, text, container == 0)) {
            return false;
        }
        continues_ = false;
        return true;
    }

    /// A sentence about the item that it stands in goes on with it.
    void begin_item(OpenItem item) {
        const OpenItem* around = item_around(reading_, index_);
        if (item.mentioned && around != nullptr && around->item.id == item.item.id) return;
        open_item(reading_, std::move(item));
    }

    void read_component(const Text& text) {
        const LabelledText labelled = read_labelled(text, reading_.source.vocabulary.format);
        OpenItem* open = item_around(reading_, index_);
        if (const auto kind = component_kind(labelled.kind); kind && open != nullptr) {
            if (open->item.components.empty()) open->item.shape = ItemShape::paragraph_lines;
            add_component(*open, *kind, labelled.label, labelled.value, open->container,
                          quoted_ ? Misplacement::quoted : Misplacement::none);
            continues_ = true;
        } else if (labelled.kind == LabelKind::gate_status || is_status_of_gate(labelled, open)) {
            if (!quoted_) add_status(reading_, labelled.label, labelled.value);
            continues_ = false;
        } else if ((open != nullptr && hear_beside(*open, labelled, open->container, quoted_)) ||
                   labelled.kind != LabelKind::none) {
            continues_ = false;
        } else if (continues_ && open != nullptr) {
            extend(open->item.components.back(), text);
        }
    }

    /// `**Status:** Complete` below a gate's own heading, before its items
    [[nodiscard]] bool is_status_of_gate(const LabelledText& labelled, const OpenItem* open) const {
        return open == nullptr && !reading_.context.empty() && is_same_label(labelled.label.text, "status");
    }

    GateReading& reading_;
    std::size_t index_;
    bool quoted_ = false;
    bool continues_ = false; ///< the line before belongs to a component
};

void read_plain_lines(GateReading& reading, std::size_t index) {
    PlainLines reader(reading, index);
    const auto& lines = reading.source.tree[index].lines;
    for (std::size_t at = 0; at < lines.size(); ++at) reader.read(lines[at], at);
}

/// Where a paragraph stands in the lists of its item.
struct Place {
    std::size_t list_item = 0;                  ///< the innermost one
    std::optional<std::size_t> owner_component; ///< of the nearest list item that has one
    std::size_t owner_list_item = 0;
    bool quoted = false;         ///< in a quote anywhere
    bool quoted_in_item = false; ///< in a quote inside the list item that has the component
};

std::optional<Place> place_of(const GateReading& reading, const OpenItem& open, std::size_t index) {
    const auto& tree = reading.source.tree;
    Place place;
    place.quoted = tree.is_inside(index, BlockKind::block_quote);
    bool found = false;
    for (std::size_t at = tree[index].parent; at != open.container && at != 0; at = tree[at].parent) {
        if (tree[at].kind == BlockKind::block_quote && !place.owner_component) place.quoted_in_item = true;
        if (tree[at].kind != BlockKind::list_item) continue;
        if (!found) place.list_item = at;
        found = true;
        const auto owner = open.component_of_list_item.find(at);
        if (place.owner_component || owner == open.component_of_list_item.end()) continue;
        place.owner_component = owner->second;
        place.owner_list_item = at;
    }
    return found ? std::optional(place) : std::nullopt;
}

/// The lines of a paragraph in a list.
class ListLines {
public:
    ListLines(GateReading& reading, OpenItem& open, Place place, std::size_t index)
        : reading_(reading), open_(open), place_(place) {
        begins_list_item_ =
            reading.source.tree.is_first_child(index) && reading.source.tree[index].parent == place.list_item;
        current_ = place.owner_component;
    }

    void read(const Text& line, std::size_t at) {
        const BareLine bare = without_checkbox(line);
        const LabelledText labelled = read_labelled(bare.text, reading_.source.vocabulary.format);
        if (const auto kind = component_kind(labelled.kind)) {
            if (bare.unchecked)
                current_.reset();
            else
                begin(*kind, labelled, at);
        } else if (labelled.kind == LabelKind::gate_status && !place_.quoted) {
            add_status(reading_, labelled.label, labelled.value);
            current_.reset();
        } else if (hear_beside(open_, labelled, place_.list_item, place_.quoted) ||
                   (labelled.kind != LabelKind::none && !is_said_in_evidence(labelled))) {
            current_.reset();
        } else if (current_ && may_extend()) {
            extend(open_.item.components[*current_], line);
        }
    }

private:
    void begin(ComponentKind kind, const LabelledText& labelled, std::size_t at) {
        const auto& tree = reading_.source.tree;
        add_component(open_, kind, labelled.label, labelled.value, tree[place_.list_item].parent,
                      misplacement(at));
        current_ = open_.item.components.size() - 1;
        if (at == 0 && begins_list_item_) open_.component_of_list_item.emplace(place_.list_item, *current_);
        if (open_.item.components.size() == 1) open_.item.shape = ItemShape::bullets;
    }

    [[nodiscard]] Misplacement misplacement(std::size_t at) const {
        if (place_.quoted) return Misplacement::quoted;
        if (place_.owner_component) return Misplacement::nested;
        if (at > 0) return Misplacement::lazy;
        return begins_list_item_ ? Misplacement::none : Misplacement::nested;
    }

    /// Evidence may give who is in charge and until when, each behind its label.
    [[nodiscard]] bool is_said_in_evidence(const LabelledText& labelled) const {
        return current_ && open_.item.components[*current_].kind == ComponentKind::evidence &&
               (is_same_label(labelled.label.text, "owner") ||
                is_same_label(labelled.label.text, "deadline"));
    }

    /// A statement may be quoted as evidence; nobody confirms in a quote.
    [[nodiscard]] bool may_extend() const {
        return !place_.quoted_in_item || open_.item.components[*current_].kind == ComponentKind::evidence;
    }

    GateReading& reading_;
    OpenItem& open_;
    Place place_;
    bool begins_list_item_ = false;
    std::optional<std::size_t> current_;
};

void read_list_lines(GateReading& reading, OpenItem& open, const Place& place, std::size_t index) {
    ListLines reader(reading, open, place, index);
    const auto& lines = reading.source.tree[index].lines;
    for (std::size_t at = 0; at < lines.size(); ++at) reader.read(lines[at], at);
}

/// `- **Gate T.1 — ...**` with its components in a list below it.
bool begins_item_in_list(const GateReading& reading, std::size_t index) {
    const auto& tree = reading.source.tree;
    const std::size_t parent = tree[index].parent;
    if (tree[parent].kind != BlockKind::list_item || !tree.is_first_child(index)) return false;
    const Text& first = tree[index].lines.front();
    const auto line = read_gate_line(first.text, reading.source.vocabulary);
    return line && begins_bold(first) && begins_item(reading, *line, first, index, 0) &&
           is_followed_by_components(reading, index, 0);
}

void read_statuses_in_list(GateReading& reading, std::size_t index) {
    if (reading.source.tree.is_inside(index, BlockKind::block_quote)) return;
    for (const Text& text : reading.source.tree[index].lines) {
        const auto line = read_gate_line(text.text, reading.source.vocabulary);
        if (line) read_gate_sentence(reading, *line, text, false);
    }
}

} // namespace

void read_gate_paragraph(GateReading& reading, std::size_t index) {
    const auto& tree = reading.source.tree;
    if (tree[index].lines.empty()) return;
    const std::size_t parent = tree[index].parent;
    if (begins_item_in_list(reading, index)) return read_plain_lines(reading, index);
    OpenItem* open = item_around(reading, index);
    if (open == nullptr && tree[parent].kind == BlockKind::list_item) {
        for (const Text& text : tree[index].lines) {
            const LabelledText labelled =
                read_labelled(without_checkbox(text).text, reading.source.vocabulary.format);
            const bool counts =
                labelled.kind == LabelKind::gate_status && !tree.is_inside(index, BlockKind::block_quote);
            if (counts) add_status(reading, labelled.label, labelled.value);
        }
        return read_statuses_in_list(reading, index);
    }
    if (open != nullptr && parent != open->container)
        if (const auto place = place_of(reading, *open, index)) {
            if (!place->owner_component) read_statuses_in_list(reading, index);
            return read_list_lines(reading, *open, *place, index);
        }
    read_plain_lines(reading, index);
}

} // namespace docs_lint::model
