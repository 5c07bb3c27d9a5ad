#include "base/text.hpp"
#include "model/components.hpp"
#include "model/placeholders.hpp"
#include "model/record_readers.hpp"
#include "model/text_tools.hpp"

#include <algorithm>

namespace docs_lint::model {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Text;

/// The words outside backticks, where they would be names of something.
std::string outside_code(const Text& line) {
    std::string text;
    for (std::size_t at = 0; at < line.text.size(); ++at) {
        const markdown::Piece* piece = line.piece_at(at);
        text += piece != nullptr && piece->code ? ' ' : line.text[at];
    }
    return text;
}

bool holds_placeholder(const Text& line, const policy::SignOffFormat& format) {
    constexpr std::size_t kCheckbox = 3;
    if (line.text.size() <= kCheckbox && line.text != "???") return false;
    if (has_placeholder(line, format)) return true;
    const auto& words = format.placeholder_words;
    return mentions_any(line.text, words) && contains_any_word(outside_code(line), words);
}

bool begins_as_instruction(const Text& line, const policy::SignOffFormat& format) {
    const std::size_t begin = std::min(line.text.find_first_not_of(" \t*_([<>{\"'-"), line.text.size());
    const std::string_view text = std::string_view(line.text).substr(begin);
    return std::any_of(
        format.instruction_phrases.begin(), format.instruction_phrases.end(), [&](const std::string& phrase) {
            return starts_with_ignoring_case(text, phrase) && !word_begins_at(text, phrase.size());
        });
}

/// Of a program, a patch or a drawing, where braces and `TODO` have their own meaning.
bool is_of_code(const Block& fence) {
    constexpr std::string_view kLanguages[] = {
        "bash", "c",   "console", "cpp",   "css",    "diff",       "go",  "html", "java", "javascript",
        "js",   "jsx", "kotlin",  "patch", "php",    "powershell", "py",  "ps1",  "ruby", "python",
        "rs",   "sh",  "rust",    "scala", "sql",    "shell",      "tsx", "ts",   "zsh",  "typescript",
        "c++",  "cs",  "csharp",  "swift", "groovy", "mermaid",    "dot", "xml",  "http", "graphviz"};
    const std::string_view language =
        std::string_view(fence.info).substr(0, fence.info.find_first_of(" \t{,"));
    return std::any_of(std::begin(kLanguages), std::end(kLanguages),
                       [&](std::string_view known) { return base::equals_ignoring_case(known, language); });
}

/// An item's name, one of its components or the like: a record, whatever its language is said to be.
bool holds_sign_off(const Block& fence, const policy::SignOffFormat& format) {
    return std::any_of(fence.lines.begin(), fence.lines.end(), [&](const Text& line) {
        return read_labelled(line, format).kind != LabelKind::none || read_gate_line(line.text, {format});
    });
}

bool is_shown_as_text(const Block& block, const policy::SignOffFormat& format) {
    if (block.kind == BlockKind::html || block.kind == BlockKind::front_matter) return false;
    if (block.kind != BlockKind::code) return true;
    return is_record_fence(block) && (!is_of_code(block) || holds_sign_off(block, format));
}

template <typename Predicate>
void collect(std::vector<TextLine>& found, const Block& block, Predicate wanted) {
    for (const Text& line : block.lines)
        if (wanted(line)) found.push_back({line.text, line.source});
    for (const auto& row : block.rows)
        for (const Text& cell : row.cells)
            if (wanted(cell)) found.push_back({cell.text, cell.source});
}

} // namespace

std::vector<TextLine> read_placeholders(const BlockTree& tree, const policy::SignOffFormat& format) {
    std::vector<TextLine> found;
    for (std::size_t index = 1; index < tree.size(); ++index)
        if (is_shown_as_text(tree[index], format) && !tree.is_inside(index, BlockKind::block_quote))
            collect(found, tree[index], [&](const Text& line) { return holds_placeholder(line, format); });
    return found;
}

std::vector<TextLine> read_instructions(const BlockTree& tree, const policy::SignOffFormat& format) {
    std::vector<TextLine> found;
    for (std::size_t index = 1; index < tree.size(); ++index)
        if (is_shown_as_text(tree[index], format))
            collect(found, tree[index],
                    [&](const Text& line) { return begins_as_instruction(line, format); });
    return found;
}

} // namespace docs_lint::model
