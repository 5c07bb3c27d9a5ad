#include "policy/template_text.hpp"

#include "base/text.hpp"
#include "markdown/parse.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::policy {
namespace {

using markdown::BlockKind;

bool begins_bold(const markdown::Text& text) {
    for (const markdown::Piece& piece : text.pieces)
        if (piece.offset < text.text.size() && text.text[piece.offset] != ' ') return piece.strong;
    return false;
}

} // namespace

base::Result<TemplateText> TemplateText::parse(std::string_view text) {
    auto ast = markdown::parse(text);
    if (!ast) return base::fail(std::move(ast.error()));
    TemplateText read;
    read.text_ = std::string(text);
    read.ast_ = std::move(*ast);
    for (std::size_t index = 1; index < read.ast_.blocks.size(); ++index) {
        const markdown::Block& block = read.ast_.blocks[index];
        const bool is_text = block.kind == BlockKind::heading || block.kind == BlockKind::paragraph ||
                             block.kind == BlockKind::code || block.kind == BlockKind::front_matter;
        if (!is_text || read.ast_.is_inside(index, BlockKind::block_quote)) continue;
        bool first = true;
        for (const markdown::Text& line : block.lines)
            read.add_line(index, line, std::exchange(first, false));
    }
    return read;
}

void TemplateText::add_line(std::size_t block, const markdown::Text& text, bool first) {
    TemplateLine line;
    line.kind = ast_.blocks[block].kind;
    line.block = block;
    line.level = ast_.blocks[block].level;
    line.first = first;
    line.bold = begins_bold(text);
    line.indented = !text.text.empty() && (text.text.front() == ' ' || text.text.front() == '\t');
    line.list_item = list_item_around(block);
    line.written = written(text);
    lines_.push_back(std::move(line));
}

std::optional<std::size_t> TemplateText::list_item_around(std::size_t block) const {
    for (std::size_t at = block; at != 0; at = ast_.blocks[at].parent)
        if (ast_.blocks[at].kind == BlockKind::list_item) return at;
    return std::nullopt;
}

bool TemplateText::is_within(std::size_t block, std::size_t container) const {
    for (std::size_t at = block; at != 0; at = ast_.blocks[at].parent)
        if (at == container) return true;
    return container == 0;
}

Written TemplateText::written(const markdown::Text& text) const {
    const base::Position position = ast_.lines.position(text_, text.source.begin);
    return {std::string(base::trim(text.text)), position.line, position.column};
}

std::optional<TemplateField> read_template_field(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    return TemplateField{std::string(base::trim(line.substr(0, colon))),
                         std::string(base::trim(line.substr(colon + 1)))};
}

bool is_any_of(std::string_view text, const std::vector<std::string>& words) {
    const std::string plain = base::normalise_name(text);
    return !plain.empty() && std::any_of(words.begin(), words.end(), [&plain](const std::string& word) {
        return base::normalise_name(word) == plain;
    });
}

bool says_any_of(std::string_view text, const std::vector<std::string>& words) {
    const std::string lowered = base::lower(text);
    return std::any_of(words.begin(), words.end(), [&lowered](const std::string& word) {
        return base::contains_word(lowered, base::lower(word));
    });
}

} // namespace docs_lint::policy
