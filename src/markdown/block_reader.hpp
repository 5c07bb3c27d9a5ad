#pragma once

#include "base/result.hpp"
#include "markdown/ast.hpp"
#include "markdown/containers.hpp"
#include "markdown/parse.hpp"
#include "markdown/source_lines.hpp"
#include "markdown/tables.hpp"

#include <cmark-gfm.h>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::markdown {

/// Turns cmark-gfm's tree into ours, in two steps around its inline parsing: `read` finds the blocks and
/// tables and hangs each table cell into the tree as a paragraph of its own, so that cmark-gfm reads the
/// cell's inline marks and references; `finish` collects what came of it.
class BlockReader {
public:
    BlockReader(const SourceLines& lines, const Limits& limits, Ast& ast, cmark_mem* memory)
        : lines_(lines), limits_(limits), ast_(ast), memory_(memory) {}

    /// The blocks are parsed, their inline content is not yet. Nothing past a limit may come to `finish`.
    std::optional<base::Error> read(cmark_node* root);

    /// The inline content is parsed.
    void finish();

private:
    /// Inline content that is known after cmark-gfm's second phase: of a block, or of one cell of a table.
    struct PendingInlines {
        cmark_node* node = nullptr;
        std::vector<MappedLine> lines;
        std::size_t block = 0;
        bool cell = false;
        std::size_t row = 0;
        std::size_t column = 0;
    };

    /// A code or HTML block, whose content is complete after the last line.
    struct PendingLines {
        cmark_node* node = nullptr;
        std::size_t block = 0;
        std::size_t first_line = 0;
        std::vector<Container> containers;
    };

    void enter(cmark_node* node);
    void leave(cmark_node* node);
    void open_container(cmark_node* node, BlockKind kind);
    void heading(cmark_node* node);
    void atx_heading(cmark_node* node, std::size_t line, std::string_view content);
    void setext_heading(cmark_node* node, std::vector<ContentLine> lines);
    void paragraph(cmark_node* node);
    void split_at_tables(const std::vector<ContentLine>& lines);
    void split_at_tables_and_underline(std::vector<ContentLine> lines, std::size_t underline);
    void text_paragraph(cmark_node* node, const std::vector<ContentLine>& lines);
    void html_rest(const std::vector<ContentLine>& lines);
    void table(const std::vector<ContentLine>& lines, std::size_t columns);
    void table_row(std::size_t block, const ContentLine& line, std::size_t columns);
    Text cell_text(std::size_t block, std::size_t column, MappedLine cell);
    void code(cmark_node* node);
    void finish_code(const PendingLines& pending);
    void finish_html(const PendingLines& pending);

    [[nodiscard]] std::vector<ContentLine> content_lines(cmark_node* node, std::string_view content) const;
    [[nodiscard]] std::optional<std::vector<ContentLine>>
    lines_from(std::size_t first, const std::vector<std::string_view>& wanted) const;
    [[nodiscard]] ContentLine content_line(std::size_t number) const;
    [[nodiscard]] std::size_t start_line(cmark_node* node) const;
    [[nodiscard]] base::Span whole_lines(std::size_t first, std::size_t last) const;
    [[nodiscard]] bool closes_fence(const PendingLines& pending, std::size_t number) const;
    std::size_t add_block(BlockKind kind, std::size_t first, std::size_t last);
    void pend(cmark_node* node, const std::vector<ContentLine>& lines, std::size_t block);
    cmark_node* new_fragment(const std::string& content);
    void check_size(std::size_t bytes, std::size_t line, std::string_view what);

    const SourceLines& lines_;
    const Limits& limits_;
    Ast& ast_;
    cmark_mem* memory_;
    std::vector<Container> containers_;
    std::vector<std::size_t> parents_{0};
    std::vector<PendingInlines> inlines_;
    std::vector<PendingLines> literals_;
    std::vector<cmark_node*> fragments_;
    std::deque<std::string> pool_;
    std::size_t padded_cells_ = 0;
    std::optional<base::Error> error_;
};

} // namespace docs_lint::markdown
