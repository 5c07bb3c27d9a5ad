#include "model/paths.hpp"
#include "model/record_readers.hpp"
#include "model/text_tools.hpp"
#include "model/version_text.hpp"

#include <algorithm>
#include <map>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Link;
using markdown::Text;

/// A link's own text, as a part of the line.
base::Span label_in(const Text& line, const Link& link) {
    const auto offset_of = [&line](std::size_t source) {
        for (const markdown::Piece& piece : line.pieces)
            if (piece.source.begin >= source) return piece.offset;
        return line.text.size();
    };
    return {offset_of(link.source.begin), offset_of(link.source.end)};
}

bool ends_sentence(char byte) {
    return byte == '.' || byte == '!' || byte == '?' || byte == ';';
}

/// The sentence around a place: it ends at a mark with a blank behind it, those of `e.g.` apart.
base::Span sentence_around(std::string_view text, std::size_t place) {
    base::Span sentence{0, text.size()};
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (text[at + 1] != ' ' || !ends_sentence(text[at])) continue;
        const bool abbreviated = text[at] == '.' && at >= 2 && is_letter(text[at - 1]) &&
                                 !is_letter(text[at - 2]) && !is_digit(text[at - 2]);
        if (abbreviated) continue;
        if (at >= place) {
            sentence.end = at + 1;
            break;
        }
        sentence.begin = at + 1;
    }
    return sentence;
}

void blank_out(std::string& text, base::Span span) {
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(span.begin),
              text.begin() + static_cast<std::ptrdiff_t>(span.end), ' ');
}

bool lies_in(base::Span inner, base::Span outer) {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

/// What refers in one piece of text, and the text without it.
struct Findings {
    std::vector<Reference> references;
    std::vector<std::size_t> offsets; ///< where each begins in the text
    std::string words;
};

class Reader {
public:
    Reader(const BlockTree& tree, const policy::ReferenceFormat& format)
        : tree_(tree), format_(format), previous_(tree.size(), 0) {
        for (const Link& link : tree.links()) links_[link.block].push_back(&link);
        for (std::size_t index = 1; index < tree.size(); ++index)
            if (const std::size_t next = tree.next_sibling(index)) previous_[next] = index;
    }

    References read();

private:
    /// `region` is where the text stands, whatever in it is not visible.
    Findings find_in(const Text& text, std::size_t block, base::Span region) const;
    void read_prose(std::size_t block);
    void read_text(const Text& text, std::size_t block, base::Span region);
    void read_table(std::size_t block);
    void read_row(std::size_t block, const markdown::TableRow& row);
    void read_register_cell(const Text& cell, Findings& found) const;
    [[nodiscard]] std::string lead_of(std::size_t block) const;
    [[nodiscard]] bool is_column(std::size_t block, std::size_t column,
                                 const std::vector<std::string>& names) const;
    void note_version(const markdown::TableRow& row, std::size_t block, const Reference& reference);

    const BlockTree& tree_;
    const policy::ReferenceFormat& format_;
    std::vector<std::size_t> previous_; ///< sibling of each block, or zero
    std::map<std::size_t, std::vector<const Link*>> links_;
    std::string titles_[7]; ///< of the headings above, by level
    References result_;
};

Findings Reader::find_in(const Text& text, std::size_t block, base::Span region) const {
    Findings found;
    found.words = text.text;
    std::vector<base::Span> labels;
    if (const auto links = links_.find(block); links != links_.end())
        for (const Link* link : links->second) {
            if (!lies_in(link->source, region)) continue;
            const base::Span label = label_in(text, *link);
            labels.push_back(label);
            auto target = target_of_link(link->destination, link->source);
            if (!target) continue;
            read_version_of_link(text, label, *target);
            found.references.push_back({std::move(*target), ReferenceForm::link, {}, {}, {}});
            found.offsets.push_back(label.begin);
        }
    for (FoundPath& path : find_paths(text)) {
        const base::Span span = path.in_text;
        blank_out(found.words, span);
        const bool label = std::any_of(labels.begin(), labels.end(), [&](base::Span one) {
            return span.begin >= one.begin && span.begin < one.end;
        });
        if (label) continue;
        const auto* piece = text.piece_at(span.begin);
        const ReferenceForm form =
            piece != nullptr && piece->code ? ReferenceForm::code : ReferenceForm::bare;
        found.references.push_back({std::move(path.mention), form, {}, {}, {}});
        found.offsets.push_back(span.begin);
    }
    for (const base::Span label : labels) blank_out(found.words, label);
    return found;
}

std::string Reader::lead_of(std::size_t block) const {
    std::string lead;
    for (int level = 2; level <= 6; ++level) lead += titles_[level] + "\n"; // the first one titles it all
    for (std::size_t at = block; at != 0; at = tree_[at].parent) {
        if (tree_[at].kind != BlockKind::list && tree_[at].kind != BlockKind::table) continue;
        const std::size_t before = previous_[at];
        if (before == 0 || tree_[before].kind != BlockKind::paragraph) continue;
        const std::string text = join_lines(tree_[before].lines).trimmed().text;
        if (!text.empty() && text.back() == ':') lead += text + "\n";
    }
    return lead;
}

/// Each line of a header says something of its own, and what one says excuses no other.
bool are_fields(const std::vector<Text>& lines) {
    return lines.size() > 1 && std::all_of(lines.begin(), lines.end(), [](const Text& line) {
               return split_label(line.text).has_value();
           });
}

void Reader::read_prose(std::size_t block) {
    const auto& lines = tree_[block].lines;
    if (!are_fields(lines)) return read_text(join_lines(lines), block, tree_[block].source);
    for (const Text& line : lines) read_text(line, block, line.source);
}

void Reader::read_text(const Text& text, std::size_t block, base::Span region) {
    Findings found = find_in(text, block, region);
    const std::string lead = found.references.empty() ? std::string() : lead_of(block);
    for (std::size_t at = 0; at < found.references.size(); ++at) {
        const base::Span sentence = sentence_around(found.words, found.offsets[at]);
        found.references[at].context = found.words.substr(sentence.begin, sentence.size());
        found.references[at].lead = lead;
        result_.references.push_back(std::move(found.references[at]));
    }
}

bool Reader::is_column(std::size_t block, std::size_t column, const std::vector<std::string>& names) const {
    const auto& header = tree_[block].rows.front().cells;
    return column < header.size() && matches_label(header[column].text, names);
}

/// A path in a register may hold blanks: the whole cell, where it can be one.
void Reader::read_register_cell(const Text& cell, Findings& found) const {
    for (Reference& reference : found.references)
        if (reference.form != ReferenceForm::link) reference.form = ReferenceForm::register_cell;
    if (!found.references.empty() && found.references.front().form == ReferenceForm::link) return;
    auto whole = whole_path(cell);
    if (!whole) return;
    Reference reference{*whole, ReferenceForm::register_cell, {}, {}, {}};
    const bool begins_with_folder = whole->path.find('/') < whole->path.find(' ');
    if (!begins_with_folder && !found.references.empty()) {
        reference.target = found.references.front().target;
        reference.alternatives.push_back(*whole);
    }
    found.references = {std::move(reference)};
}

void Reader::note_version(const markdown::TableRow& row, std::size_t block, const Reference& reference) {
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (!is_column(block, column, format_.version_columns)) continue;
        const Text cell = row.cells[column].trimmed();
        if (const auto version = version_at_front(cell.text))
            result_.registers.push_back({reference, version, cell.source, block});
    }
}

void Reader::read_row(std::size_t block, const markdown::TableRow& row) {
    std::vector<Reference> references;
    std::vector<std::size_t> registered;
    std::string context;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const Text& cell = row.cells[column];
        Findings found = find_in(cell, block, cell.source);
        context += found.words + " | ";
        const bool is_path = is_column(block, column, format_.path_columns);
        if (is_path) read_register_cell(cell, found);
        for (Reference& reference : found.references) {
            if (is_path) registered.push_back(references.size());
            references.push_back(std::move(reference));
        }
    }
    const std::string lead = references.empty() ? std::string() : lead_of(block);
    for (Reference& reference : references) {
        reference.context = context;
        reference.lead = lead;
    }
    for (const std::size_t at : registered) note_version(row, block, references[at]);
    std::move(references.begin(), references.end(), std::back_inserter(result_.references));
}

void Reader::read_table(std::size_t block) {
    const auto& rows = tree_[block].rows;
    for (std::size_t at = 1; at < rows.size(); ++at) read_row(block, rows[at]);
}

References Reader::read() {
    for (std::size_t index = 1; index < tree_.size(); ++index) {
        const Block& block = tree_[index];
        if (block.kind == BlockKind::heading && block.level >= 1 && block.level <= 6) {
            read_prose(index);
            for (int level = block.level; level <= 6; ++level) titles_[level].clear();
            titles_[block.level] = join_lines(block.lines).text;
        }
        if (block.kind == BlockKind::paragraph) read_prose(index);
        if (block.kind == BlockKind::table) read_table(index);
    }
    const auto comes_first = [](const Reference& left, const Reference& right) {
        return left.target.source.begin < right.target.source.begin;
    };
    auto& references = result_.references;
    if (!std::is_sorted(references.begin(), references.end(), comes_first)) // they are, in most documents
        std::stable_sort(references.begin(), references.end(), comes_first);
    return std::move(result_);
}

} // namespace

References read_references(const BlockTree& tree, const policy::ReferenceFormat& format) {
    return Reader(tree, format).read();
}

} // namespace docs_lint::model
