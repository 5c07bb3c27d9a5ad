#include "model/entries.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/block_tree.hpp"
#include "model/hidden_html.hpp"
#include "model/paths.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Piece;
using markdown::Text;

constexpr int kLevelOfBoldParagraph = 7;
constexpr std::size_t kWordsOfBoldHeading = 12;

void append(Text& whole, const Text& part, std::string_view joint) {
    if (!whole.pieces.empty()) {
        Piece between;
        between.offset = whole.text.size();
        between.source = {whole.source.end, std::max(whole.source.end, part.source.begin)};
        whole.pieces.push_back(between);
        whole.text += joint;
    }
    for (Piece piece : part.pieces) {
        piece.offset += whole.text.size();
        whole.pieces.push_back(piece);
    }
    whole.text += part.text;
    whole.source = whole.source.empty() ? part.source : base::join(whole.source, part.source);
}

void add_part(Entry& entry, const Text& part, std::string_view joint) {
    if (part.empty()) return;
    append(entry.text, part, joint);
    entry.begins.push_back(entry.text.text.size() - part.text.size());
}

bool is_bold_heading(const Block& block) {
    if (block.lines.size() != 1) return false;
    const Text line = block.lines.front().trimmed();
    const bool bold = !line.empty() && std::all_of(line.pieces.begin(), line.pieces.end(),
                                                   [](const Piece& piece) { return piece.strong; });
    if (bold && is_same_label(line.text, "none")) return false; // an answer, and no heading
    return bold && base::split(base::collapse_blanks(line.text), ' ').size() <= kWordsOfBoldHeading;
}

class Reader {
public:
    Reader(const BlockTree& tree, std::string_view text) : tree_(tree), hidden_(hidden_parts(tree, text)) {}

    std::vector<Entry> read() {
        entries_.reserve(tree_.size());
        for (std::size_t index = 1; index < tree_.size(); ++index)
            if (!lies_in_any(hidden_, tree_[index].source)) read_block(index);
        entries_.erase(std::remove_if(entries_.begin(), entries_.end(), is_empty), entries_.end());
        return std::move(entries_);
    }

private:
    /// A row without words stands for nobody's entry; a heading without any still ends the section before it.
    static bool is_empty(const Entry& entry) {
        return entry.text.empty() && entry.shape != EntryShape::heading;
    }

    Entry& begin(std::size_t index, EntryShape shape) {
        Entry entry;
        entry.shape = shape;
        entry.group = index;
        entry.quoted = tree_.is_inside(index, BlockKind::block_quote);
        entry.source = tree_[index].source;
        entries_.push_back(std::move(entry));
        return entries_.back();
    }

    void read_block(std::size_t index) {
        const Block& block = tree_[index];
        switch (block.kind) {
        case BlockKind::heading:
            read_lines(begin(index, EntryShape::heading), block).level = block.level;
            break;
        case BlockKind::paragraph:
            read_paragraph(index);
            break;
        case BlockKind::list_item:
            read_item(index);
            break;
        case BlockKind::table:
            read_table(index);
            break;
        case BlockKind::code:
            if (is_record_fence(block)) read_fence(index);
            break;
        default:
            break;
        }
    }

    static Entry& read_lines(Entry& entry, const Block& block) {
        for (const Text& line : block.lines) add_part(entry, line.trimmed(), " ");
        return entry;
    }

    void read_paragraph(std::size_t index) {
        const Block& block = tree_[index];
        if (const auto item = item_of_.find(block.parent); item != item_of_.end()) {
            Entry& entry = read_lines(entries_[item->second], block);
            entry.source = entry.text.source.empty() ? entry.source : entry.text.source;
            return;
        }
        const bool heading = is_bold_heading(block);
        Entry& entry = read_lines(begin(index, heading ? EntryShape::heading : EntryShape::paragraph), block);
        if (heading) entry.level = kLevelOfBoldParagraph;
    }

    void read_item(std::size_t index) {
        item_of_[index] = entries_.size();
        Entry& entry = begin(index, EntryShape::list_item);
        entry.group = tree_[index].parent;
        for (std::size_t at = index; at != 0; at = tree_[at].parent)
            if (tree_[at].kind == BlockKind::list_item) ++entry.depth;
    }

    void read_table(std::size_t index) {
        const auto& rows = tree_[index].rows;
        for (std::size_t at = 1; at < rows.size(); ++at) {
            Entry& entry = begin(index, EntryShape::table_row);
            entry.source = rows[at].source;
            entry.cells = rows[at].cells;
            for (const Text& cell : rows.front().cells) entry.columns.push_back(cell.text);
            for (const Text& cell : rows[at].cells) add_part(entry, cell, " | ");
        }
    }

    void read_fence(std::size_t index) {
        for (const Text& line : tree_[index].lines) {
            const Text trimmed = line.trimmed();
            if (trimmed.empty()) continue;
            Entry& entry = begin(index, EntryShape::code_line);
            entry.source = trimmed.source;
            add_part(entry, trimmed, " ");
        }
    }

    const BlockTree& tree_;
    std::vector<base::Span> hidden_;
    std::vector<Entry> entries_;
    std::map<std::size_t, std::size_t> item_of_; ///< entry by block of its list item
};

/// Bytes of the signs in front, whatever they are: a list of them would never be whole.
std::size_t signs_before(std::string_view title) {
    std::size_t at = 0;
    while (at < title.size() && !word_begins_at(title, at) &&
           std::string_view("([{").find(title[at]) == std::string_view::npos)
        at += base::decode_code_point(title.substr(at)).size;
    return at;
}

/// The title in lower case, without marks, and without the numbers before it.
std::string plain_title(std::string_view title) {
    static const re2::RE2 number(
        R"(^(?:(?:section|part|step)\s+)?(?:[0-9]+[a-z]?|[a-z])(?:\s*\.\s*[0-9]+)*[.):\s]\s*)");
    std::string plain = base::lower(without_glyphs(title));
    plain.erase(0, signs_before(plain));
    re2::RE2::Replace(&plain, number, "");
    return base::normalise_name(plain);
}

struct LabelMention {
    std::size_t kind = 0;
    std::size_t begin = 0;
    std::size_t value = 0; ///< behind the colon
};

bool may_precede_label(const Entry& entry, std::size_t at) {
    const std::string_view text = entry.text.text;
    if (std::find(entry.begins.begin(), entry.begins.end(), at) != entry.begins.end()) return true;
    const Piece* piece = entry.text.piece_at(at);
    if (piece != nullptr && piece->strong && piece->offset == at) return true;
    const std::size_t last = text.find_last_not_of(" \t([", at == 0 ? 0 : at - 1);
    if (last == std::string_view::npos || (at > 0 && last + 1 == at)) return false;
    const std::string_view before = text.substr(0, last + 1);
    for (const std::string_view joint : {"|", ";", ",", ".", "—", "–", "·", "•", " -", ":"})
        if (before.ends_with(joint)) return true;
    return before.size() < at &&
           text.substr(before.size(), at - before.size()).find('(') != std::string::npos;
}

/// Where the value begins, or nothing where no colon, or at the front of a line a dash, follows the label.
std::optional<std::size_t> value_behind(std::string_view text, std::size_t end, bool at_front) {
    const std::size_t next = text.find_first_not_of(" \t", end);
    if (next == std::string_view::npos) return std::nullopt;
    if (text[next] == ':' || text[next] == '=') return next + 1;
    const std::size_t dash = at_front && next > end ? dash_at(text, next) : 0;
    return dash > 0 ? std::optional(next + dash) : std::nullopt;
}

std::vector<LabelMention> find_labels(const Entry& entry,
                                      const std::vector<std::vector<std::string>>& labels) {
    std::vector<LabelMention> found;
    const std::string_view text = entry.text.text;
    for (std::size_t kind = 0; kind < labels.size(); ++kind)
        for (const std::string& label : labels[kind])
            for (auto at = find_word(text, label); at; at = find_word(text, label, *at + 1)) {
                const bool front =
                    std::find(entry.begins.begin(), entry.begins.end(), *at) != entry.begins.end();
                const auto value = value_behind(text, *at + label.size(), front);
                if (value && may_precede_label(entry, *at)) found.push_back({kind, *at, *value});
            }
    std::sort(found.begin(), found.end(),
              [](const LabelMention& left, const LabelMention& right) { return left.begin < right.begin; });
    return found;
}

/// Without blanks and without what joins it to the next label.
base::Span without_joints(std::string_view text, base::Span span) {
    for (bool cut = true; cut;) {
        cut = false;
        span = trim(text, span);
        for (const std::string_view joint : {"|", ";", ",", "—", "–", "·", "•", "(", " -"}) {
            const auto part = text.substr(span.begin, span.size());
            if (part.size() > joint.size() && part.ends_with(joint)) span.end -= joint.size(), cut = true;
        }
    }
    return span;
}

void add_cells(std::vector<EntryValue>& values, const Entry& row,
               const std::vector<std::vector<std::string>>& labels) {
    for (std::size_t kind = 0; kind < labels.size(); ++kind)
        for (std::size_t at = 0; at < row.columns.size(); ++at) {
            if (!matches_label(row.columns[at], labels[kind])) continue;
            const Text value = at < row.cells.size() ? row.cells[at] : Text{};
            values.push_back({kind, value, true, value.empty() ? row.source : value.source});
            break;
        }
    if (!values.empty() || row.cells.size() < 2) return;
    const std::string_view label = row.cells.front().text;
    const std::string_view bare = base::trim(label.substr(0, label.size() - (label.ends_with(':') ? 1 : 0)));
    for (std::size_t kind = 0; kind < labels.size(); ++kind)
        if (matches_label(bare, labels[kind]))
            values.push_back(
                {kind, row.cells[1], false, row.cells[1].empty() ? row.source : row.cells[1].source});
}

/// Most names are ruled out by that, without being put in the form in which they are compared.
bool begins_with_other_letter(std::string_view name, std::string_view plain) {
    return !name.empty() && is_letter(name.front()) &&
           (plain.empty() || base::lower(name.substr(0, 1)) != plain.substr(0, 1));
}

} // namespace

std::vector<Entry> read_entries(const BlockTree& tree, std::string_view text) {
    return Reader(tree, text).read();
}

diagnostics::Location Outline::at(base::Span span) const {
    return diagnostics::locate(path, text, lines, span);
}

base::Result<Outline> read_outline(std::string path, std::string text, const markdown::Limits& limits) {
    auto ast = markdown::parse(text, limits);
    if (!ast) return base::fail(std::move(ast.error()));
    Outline outline;
    outline.path = std::move(path);
    outline.text = std::move(text);
    outline.lines = ast->lines;
    const BlockTree tree(*ast);
    outline.entries = read_entries(tree, outline.text);
    for (const markdown::Link& link : tree.links())
        outline.links.push_back({link.destination, {}, {}, std::nullopt, link.source});
    return outline;
}

std::size_t end_of_section(const std::vector<Entry>& entries, std::size_t heading) {
    std::size_t end = heading + 1;
    while (end < entries.size() &&
           (entries[end].shape != EntryShape::heading || entries[end].level > entries[heading].level))
        ++end;
    return end;
}

bool is_titled(std::string_view title, const std::vector<std::string>& names) {
    const std::string plain = plain_title(title);
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        if (begins_with_other_letter(name, plain)) return false;
        const std::string wanted = base::normalise_name(name);
        return plain == wanted || plain.starts_with(wanted + " ");
    });
}

bool says_nothing(std::string_view text, const std::vector<std::string>& words) {
    const std::string bare = without_glyphs(text);
    if (is_blank_or_dash(bare)) return true;
    const std::string plain = base::normalise_name(bare);
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return base::normalise_name(word) == plain; });
}

std::vector<EntryValue> values_of(const Entry& entry, const std::vector<std::vector<std::string>>& labels) {
    std::vector<EntryValue> values;
    if (entry.shape == EntryShape::table_row) {
        add_cells(values, entry, labels);
        return values;
    }
    const auto mentions = find_labels(entry, labels);
    for (std::size_t at = 0; at < mentions.size(); ++at) {
        const std::size_t end = at + 1 < mentions.size() ? mentions[at + 1].begin : entry.text.text.size();
        if (end < mentions[at].value) continue; // one label inside another
        base::Span span{mentions[at].value, end};
        span = at + 1 < mentions.size() ? without_joints(entry.text.text, span) : trim(entry.text.text, span);
        const Text value = entry.text.slice(span);
        values.push_back({mentions[at].kind, value, false, value.empty() ? entry.source : value.source});
    }
    return values;
}

} // namespace docs_lint::model
