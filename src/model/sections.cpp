#include "model/sections.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

namespace docs_lint::model {

using markdown::BlockKind;

std::vector<Section> read_sections(const BlockTree& tree, std::string_view text) {
    std::vector<Section> sections;
    std::vector<std::size_t> open; // indices of sections that have not ended, outermost first
    for (const std::size_t index : tree.children(0)) {
        const auto& block = tree[index];
        if (block.kind != BlockKind::heading) continue;
        while (!open.empty() && sections[open.back()].level >= block.level) {
            sections[open.back()].source.end = block.source.begin;
            open.pop_back();
        }
        const markdown::Text title = join_lines(block.lines).trimmed();
        open.push_back(sections.size());
        sections.push_back({block.level, title.text, block.source, {block.source.begin, text.size()}});
    }
    return sections;
}

std::vector<std::string> headings_above(const BlockTree& tree) {
    std::vector<std::string> titles(tree.size());
    std::string current;
    for (std::size_t index = 0; index < tree.size(); ++index) {
        const auto& block = tree[index];
        if (block.kind == BlockKind::heading && block.parent == 0)
            current = base::normalise_name(join_lines(block.lines).text);
        if (block.kind == BlockKind::table || block.kind == BlockKind::list) titles[index] = current;
    }
    return titles;
}

} // namespace docs_lint::model
