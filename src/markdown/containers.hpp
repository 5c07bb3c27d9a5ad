#pragma once

#include "markdown/ast.hpp"
#include "markdown/source_lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace docs_lint::markdown {

/// A place in a line that knows columns, tabs included, as cmark-gfm counts them.
class LineCursor {
public:
    explicit LineCursor(std::string_view line) : line_(line) {}

    [[nodiscard]] std::size_t offset() const { return offset_; }
    [[nodiscard]] std::size_t column() const { return column_; }
    [[nodiscard]] char peek() const { return offset_ < line_.size() ? line_[offset_] : '\0'; }
    [[nodiscard]] bool at_blank() const { return peek() == ' ' || peek() == '\t'; }
    [[nodiscard]] bool at_end() const { return offset_ >= line_.size(); }
    [[nodiscard]] std::string_view rest() const { return line_.substr(offset_); }

    /// Columns of blanks from here to the first other character.
    [[nodiscard]] std::size_t indent() const;

    /// Only blanks are left.
    [[nodiscard]] bool blank() const;

    /// Columns of a tab at `offset` that are left when a container took the others; 0 at its begin or
    /// elsewhere.
    [[nodiscard]] std::size_t columns_left_of_tab() const;

    void skip_columns(std::size_t count);
    void skip_bytes(std::size_t count);
    void skip_blanks();

private:
    std::string_view line_;
    std::size_t offset_ = 0;
    std::size_t column_ = 0;
    bool inside_tab_ = false;
};

/// A quote or list item around a block.
struct Container {
    BlockKind kind = BlockKind::block_quote;
    std::size_t first_line = 0;
    std::size_t width = 0; ///< list items: columns from the parent's content to the item's
};

/// Where a line's own content begins.
struct Entry {
    LineCursor cursor;
    bool lazy = false; ///< not all containers stand at the front of the line
};

/// Goes past the marks and indentation of the containers, from the outermost inwards, as far as they are
/// there.
Entry enter_containers(std::string_view line, std::size_t number, const std::vector<Container>& containers);

/// Goes past a list marker with its blanks; gives the columns from the cursor to the item's content, 0 where
/// there is no marker.
std::size_t open_item(LineCursor& cursor);

} // namespace docs_lint::markdown
