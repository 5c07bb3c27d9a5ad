#include "model/block_tree.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::model {

using markdown::Block;
using markdown::BlockKind;

BlockTree::BlockTree(const markdown::Ast& ast)
    : ast_(&ast), children_(ast.blocks.size()), next_sibling_(ast.blocks.size()) {
    for (std::size_t at = 1; at < ast.blocks.size(); ++at) {
        auto& siblings = children_[ast.blocks[at].parent];
        if (!siblings.empty()) next_sibling_[siblings.back()] = at;
        siblings.push_back(at);
    }
}

bool BlockTree::is_first_child(std::size_t index) const {
    const auto& siblings = children_[ast_->blocks[index].parent];
    return !siblings.empty() && siblings.front() == index;
}

bool BlockTree::is_within(std::size_t index, std::size_t container) const {
    while (index > container) index = ast_->blocks[index].parent;
    return index == container;
}

bool BlockTree::is_inside(std::size_t index, BlockKind kind) const {
    while (index != 0) {
        index = ast_->blocks[index].parent;
        if (ast_->blocks[index].kind == kind) return true;
    }
    return false;
}

std::vector<const markdown::Block*> BlockTree::own_tables() const {
    std::vector<const markdown::Block*> tables;
    for (std::size_t index = 1; index < size(); ++index) {
        const markdown::Block& block = ast_->blocks[index];
        const bool table = block.kind == markdown::BlockKind::table && !block.rows.empty();
        if (table && !is_inside(index, markdown::BlockKind::block_quote)) tables.push_back(&block);
    }
    return tables;
}

std::size_t BlockTree::block_at(std::size_t offset) const {
    const auto& blocks = ast_->blocks;
    const auto behind =
        std::upper_bound(blocks.begin() + 1, blocks.end(), offset,
                         [](std::size_t at, const Block& block) { return at < block.source.begin; });
    auto index = static_cast<std::size_t>(behind - blocks.begin()) - 1;
    while (index != 0 && !blocks[index].source.contains(offset)) index = blocks[index].parent;
    return index;
}

bool is_record_fence(const Block& block) {
    if (block.kind != BlockKind::code || !block.fenced || !block.closed) return false;
    const std::string_view language =
        std::string_view(block.info).substr(0, block.info.find_first_of(" \t{,"));
    return !base::equals_ignoring_case(language, "markdown") && !base::equals_ignoring_case(language, "md");
}

} // namespace docs_lint::model
