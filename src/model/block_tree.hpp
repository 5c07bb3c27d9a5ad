#pragma once

#include "markdown/ast.hpp"

#include <cstddef>
#include <vector>

namespace docs_lint::model {

/// The blocks of a document with their children at hand; asking costs no search.
class BlockTree {
public:
    explicit BlockTree(const markdown::Ast& ast);

    [[nodiscard]] std::size_t size() const { return ast_->blocks.size(); }
    [[nodiscard]] const markdown::Block& operator[](std::size_t index) const { return ast_->blocks[index]; }
    [[nodiscard]] const std::vector<std::size_t>& children(std::size_t index) const {
        return children_[index];
    }
    [[nodiscard]] const std::vector<markdown::Link>& links() const { return ast_->links; }

    [[nodiscard]] bool is_first_child(std::size_t index) const;

    /// The block behind it in the same parent, or zero.
    [[nodiscard]] std::size_t next_sibling(std::size_t index) const { return next_sibling_[index]; }

    /// `index` lies inside `container` or is it.
    [[nodiscard]] bool is_within(std::size_t index, std::size_t container) const;

    /// `index` lies inside a block of that kind.
    [[nodiscard]] bool is_inside(std::size_t index, markdown::BlockKind kind) const;

    /// Tables with rows, those in block quotes left out: what a record says in its own name.
    [[nodiscard]] std::vector<const markdown::Block*> own_tables() const;

    /// The deepest block that begins at or before `offset` and holds it.
    [[nodiscard]] std::size_t block_at(std::size_t offset) const;

private:
    const markdown::Ast* ast_;
    std::vector<std::vector<std::size_t>> children_;
    std::vector<std::size_t> next_sibling_;
};

/// Code that a reader takes as part of the record: fenced, closed, and no sample of Markdown.
bool is_record_fence(const markdown::Block& block);

} // namespace docs_lint::model
