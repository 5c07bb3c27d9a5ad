#include "model/record_readers.hpp"
#include "policy/template_instructions.hpp"

#include <algorithm>

namespace docs_lint::model {
namespace {

using markdown::BlockKind;

/// A paragraph, or a list item that holds nothing else.
bool stands_alone(const BlockTree& tree, std::size_t index) {
    const std::size_t parent = tree[index].parent;
    return tree[parent].kind != BlockKind::list_item || tree.children(parent).size() == 1;
}

bool is_all_instructions(std::string_view text, const std::set<std::string>& instructions) {
    const auto sentences = policy::sentences_in(text);
    return std::any_of(sentences.begin(), sentences.end(), policy::is_telling_sentence) &&
           std::all_of(sentences.begin(), sentences.end(),
                       [&](const std::string& one) { return instructions.count(one) > 0; });
}

} // namespace

std::vector<TextLine> read_template_sentences(const BlockTree& tree,
                                              const std::set<std::string>& instructions) {
    std::vector<TextLine> found;
    if (instructions.empty()) return found;
    for (std::size_t index = 1; index < tree.size(); ++index) {
        const markdown::Block& block = tree[index];
        if (block.kind != BlockKind::paragraph || block.lines.empty() || !stands_alone(tree, index) ||
            tree.is_inside(index, BlockKind::block_quote))
            continue;
        std::string text;
        for (const markdown::Text& line : block.lines) text += line.text + ' ';
        if (is_all_instructions(text, instructions))
            found.push_back({block.lines.front().text, block.lines.front().source});
    }
    return found;
}

} // namespace docs_lint::model
