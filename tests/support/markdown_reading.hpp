#pragma once

#include "markdown/parse.hpp"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::markdown::testing {

inline Ast read(std::string_view text) {
    auto ast = parse(text);
    REQUIRE(ast.has_value());
    return std::move(*ast);
}

/// The first block of a kind; fails the test where there is none.
inline const Block& first(const Ast& ast, BlockKind kind) {
    for (const Block& block : ast.blocks) {
        if (block.kind == kind) return block;
    }
    FAIL("no such block");
    return ast.blocks.front();
}

inline std::string_view cut(std::string_view text, base::Span span) {
    return text.substr(span.begin, span.size());
}

inline std::vector<std::string> texts(const std::vector<Text>& lines) {
    std::vector<std::string> result;
    for (const Text& line : lines) result.push_back(line.text);
    return result;
}

/// What the source says where `visible` is seen.
inline std::string written(std::string_view document, const Text& line, std::string_view visible) {
    const std::size_t at = line.text.find(visible);
    REQUIRE(at != std::string::npos);
    return std::string(cut(document, line.source_of({at, at + visible.size()})));
}

/// Lines as they are seen, for blocks of any kind: cells are joined with `|`.
inline std::vector<std::string> rows(const Block& table) {
    std::vector<std::string> result;
    for (const TableRow& row : table.rows) {
        std::string cells;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            cells += (column == 0 ? "" : "|") + row.cells[column].text;
        }
        result.push_back(cells);
    }
    return result;
}

} // namespace docs_lint::markdown::testing
