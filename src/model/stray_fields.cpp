#include "model/stray_fields.hpp"

#include "model/columns.hpp"
#include "model/field_line.hpp"
#include "model/header.hpp"
#include "model/hidden_html.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

constexpr std::size_t kFieldsOfAHeader = 3;

using Lines = std::vector<FieldLine>;

/// The fields of lines that are nothing else; none where one of them is prose.
Lines fields_of_lines(const std::vector<Text>& lines) {
    Lines fields;
    for (const Text& line : lines) {
        Lines of_line = read_field_line(line.trimmed());
        if (of_line.empty()) return {};
        std::move(of_line.begin(), of_line.end(), std::back_inserter(fields));
    }
    return fields;
}

Lines fields_of_table(const Block& table) {
    Lines fields;
    for (const markdown::TableRow& row : table.rows)
        if (row.cells.size() == 2) fields.push_back({row.cells[0], cell_at(row, 1), false});
    return fields;
}

Lines fields_below(const BlockTree& tree, std::size_t container);

Lines fields_of(const BlockTree& tree, std::size_t index) {
    switch (tree[index].kind) {
    case BlockKind::paragraph:
        return fields_of_lines(tree[index].lines);
    case BlockKind::table:
        return fields_of_table(tree[index]);
    case BlockKind::list:
    case BlockKind::list_item:
    case BlockKind::block_quote:
        return fields_below(tree, index);
    default:
        return {};
    }
}

Lines fields_below(const BlockTree& tree, std::size_t container) {
    Lines fields;
    for (const std::size_t child : tree.children(container)) {
        Lines inside = fields_of(tree, child);
        std::move(inside.begin(), inside.end(), std::back_inserter(fields));
    }
    return fields;
}

bool overlaps(base::Span left, base::Span right) {
    return left.begin < right.end && right.begin < left.end;
}

class Reader {
public:
    Reader(const BlockTree& tree, const Document& document, const policy::Policy& policy)
        : tree_(tree), document_(document), policy_(policy), hidden_(hidden_parts(tree, document.text)) {}

    std::vector<StrayField> run() {
        const auto& blocks = tree_.children(0);
        const std::size_t footer = footer_of(blocks);
        for (std::size_t at = 0; at < blocks.size(); ++at) {
            const Block& block = tree_[blocks[at]];
            if (block.kind == BlockKind::heading) in_section_ = in_section_ || begins_section(block);
            if (overlaps(block.source, document_.header.source) || lies_in_any(hidden_, block.source))
                continue;
            read(blocks[at], at >= footer);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] bool begins_section(const Block& heading) const {
        return heading.level > 1 || !heading.source.contains(document_.title_source.begin);
    }

    /// The first block behind the last thematic break; the number of blocks where a heading follows that.
    [[nodiscard]] std::size_t footer_of(const std::vector<std::size_t>& blocks) const {
        for (std::size_t at = blocks.size(); at > 0; --at) {
            if (tree_[blocks[at - 1]].kind == BlockKind::heading) break;
            if (tree_[blocks[at - 1]].kind == BlockKind::thematic_break) return at;
        }
        return blocks.size();
    }

    void read(std::size_t index, bool in_footer) {
        const Block& block = tree_[index];
        if (in_section_ && block.kind == BlockKind::block_quote) return;
        const Lines fields = fields_of(tree_, index);
        if (!in_section_) return add(fields, StrayPlace::head);
        if (in_footer) return add(fields, StrayPlace::footer);
        if (count_known(fields) >= kFieldsOfAHeader) return add(fields, StrayPlace::block);
        if (block.kind == BlockKind::paragraph && fields.size() == 1) add(fields, StrayPlace::section);
    }

    [[nodiscard]] std::size_t count_known(const Lines& fields) const {
        std::set<std::string> known;
        for (const FieldLine& field : fields)
            if (is_field_of(field.key.text, *document_.document_class))
                known.insert(label_key(field.key.text));
        return known.size();
    }

    [[nodiscard]] bool is_asked_for(std::string_view key) const {
        const policy::DocumentClass& document_class = *document_.document_class;
        const policy::HeaderFields& fields = policy_.header_fields;
        return matches_label(key, document_class.status_fields) ||
               (document_class.filing && matches_label(key, document_class.filing->date_fields)) ||
               matches_label(key, fields.versions) || matches_label(key, fields.updates);
    }

    void add(const Lines& fields, StrayPlace place) {
        for (const FieldLine& line : fields) {
            if (!is_asked_for(line.key.text) || line.value.empty()) continue;
            Field field{line.key.text, line.value, base::join(line.key.source, line.value.source), true};
            found_.push_back({std::move(field), place});
        }
    }

    const BlockTree& tree_;
    const Document& document_;
    const policy::Policy& policy_;
    std::vector<base::Span> hidden_;
    bool in_section_ = false;
    std::vector<StrayField> found_;
};

} // namespace

std::vector<StrayField> read_stray_fields(const BlockTree& tree, const Document& document,
                                          const policy::Policy& policy) {
    if (!document.header.present()) return {};
    return Reader(tree, document, policy).run();
}

} // namespace docs_lint::model
