#include "rules/kinds/texts.hpp"

#include "base/utf8.hpp"
#include "model/block_tree.hpp"
#include "model/hidden_html.hpp"
#include "model/text_tools.hpp"

namespace docs_lint::rules::kinds {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;
using policy::TextPlace;

constexpr std::size_t kMostShown = 60;

Text whole_piece(std::string text, base::Span source, bool verbatim) {
    Text made;
    made.text = std::move(text);
    made.source = source;
    if (!made.text.empty()) made.pieces.push_back({0, source, verbatim});
    return made;
}

bool is_in(const Block& block, TextPlace where) {
    if (where == TextPlace::code) return block.kind == BlockKind::code;
    if (block.kind == BlockKind::heading) return true;
    return where == TextPlace::text && (block.kind == BlockKind::paragraph || block.kind == BlockKind::table);
}

std::vector<Text> texts_of_block(const Block& block) {
    if (block.kind == BlockKind::code) return block.lines;
    std::vector<Text> texts;
    for (const auto& row : block.rows) texts.insert(texts.end(), row.cells.begin(), row.cells.end());
    if (!block.lines.empty()) texts.push_back(model::join_lines(block.lines));
    return texts;
}

std::vector<TextUnit> block_texts(const model::Document& document, TextPlace where) {
    std::vector<TextUnit> units;
    const model::BlockTree tree(*document.ast);
    const auto hidden = model::hidden_parts(tree, document.text);
    for (std::size_t index = 1; index < tree.size(); ++index) {
        if (!is_in(tree[index], where)) continue;
        const bool in_plain_sight =
            !tree.is_inside(index, BlockKind::block_quote) && !model::lies_in_any(hidden, tree[index].source);
        for (Text& text : texts_of_block(tree[index])) units.push_back({std::move(text), in_plain_sight});
    }
    return units;
}

std::vector<TextUnit> source_lines(const model::Document& document) {
    std::vector<TextUnit> units;
    for (std::size_t line = 1; line <= document.lines.line_count(); ++line) {
        const base::Span span = document.lines.line(line);
        units.push_back({whole_piece(document.text.substr(span.begin, span.size()), span, true), true});
    }
    return units;
}

} // namespace

std::vector<TextUnit> texts_of(const model::Document& document, TextPlace where) {
    if (where == TextPlace::source) return source_lines(document);
    if (where != TextPlace::header) return block_texts(document, where);
    std::vector<TextUnit> units;
    for (const model::Field& field : document.header.fields)
        units.push_back({whole_piece(field.key + ": " + field.value.text, field.source, false), field.plain});
    return units;
}

std::vector<TextUnit> values_of(const model::Document& document, const std::vector<std::string>& names) {
    std::vector<TextUnit> units;
    for (const std::string& name : names)
        for (const model::Field* field : document.header.find_all(name))
            units.push_back({field->value, field->plain});
    return units;
}

std::string shown(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < kMostShown; ++count)
        end += base::decode_code_point(text.substr(end)).size;
    return std::string(text.substr(0, end)) + (end < text.size() ? "..." : "");
}

} // namespace docs_lint::rules::kinds
