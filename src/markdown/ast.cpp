#include "markdown/ast.hpp"

namespace docs_lint::markdown {

std::vector<std::size_t> Ast::children_of(std::size_t index) const {
    std::vector<std::size_t> children;
    for (std::size_t at = index + 1; at < blocks.size(); ++at) {
        if (blocks[at].parent == index) children.push_back(at);
        if (blocks[at].parent < index) break; // document order: the first block outside ends the children
    }
    return children;
}

bool Ast::is_inside(std::size_t index, BlockKind kind) const {
    while (index != 0) {
        index = blocks[index].parent;
        if (blocks[index].kind == kind) return true;
    }
    return false;
}

} // namespace docs_lint::markdown
