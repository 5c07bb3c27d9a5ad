#include "engine/table_rows.hpp"
#include "markdown/parse.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>

using namespace docs_lint;

namespace {

/// The text with a row put in before row `before` of its only table.
std::string with_row(const std::string& text, std::size_t before, const std::vector<std::string>& cells) {
    const auto ast = markdown::parse(text);
    REQUIRE(ast);
    const auto table = std::find_if(ast->blocks.begin(), ast->blocks.end(), [](const markdown::Block& block) {
        return block.kind == markdown::BlockKind::table;
    });
    REQUIRE(table != ast->blocks.end());
    const auto edited =
        base::apply_edits(text, {engine::insert_row({text, ast->lines}, *table, before, cells)});
    REQUIRE(edited);
    return *edited;
}

} // namespace

TEST_CASE("a row is written as the table's other rows are") {
    CHECK(with_row("| A | B |\n|---|---|\n| 1 | 2 |\n", 1, {"x", "long text"}) ==
          "| A | B |\n|---|---|\n| x | long text |\n| 1 | 2 |\n");
    CHECK(with_row("A | B\n--|--\n1 | 2\n", 2, {"x", "y"}) == "A | B\n--|--\n1 | 2\nx | y\n");
    CHECK(with_row("- item\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n", 2, {"x", "y"}) ==
          "- item\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n  | x | y |\n");
    CHECK(with_row("| A | B |\r\n|---|---|\r\n| 1 | 2 |\r\n", 1, {"x", "y"}) ==
          "| A | B |\r\n|---|---|\r\n| x | y |\r\n| 1 | 2 |\r\n");
}

TEST_CASE("where the pipes stand below one another, they do afterwards") {
    CHECK(with_row("| Größe | B |\n|-------|---|\n| 12    | 2 |\n", 2, {"ü", "y"}) ==
          "| Größe | B |\n|-------|---|\n| 12    | 2 |\n| ü     | y |\n");
}

TEST_CASE("the end of a table may be the end of the text, and a table may have no rows") {
    CHECK(with_row("| A | B |\n|---|---|\n| 1 | 2 |", 2, {"x", "y"}) ==
          "| A | B |\n|---|---|\n| 1 | 2 |\n| x | y |");
    CHECK(with_row("| A | B |\n|---|---|\n", 1, {"x", "y"}) == "| A | B |\n|---|---|\n| x | y |\n");
    CHECK(with_row("| A | B |\n|---|---|\n\nText.\n", 1, {"x", "y"}) ==
          "| A | B |\n|---|---|\n| x | y |\n\nText.\n");
}

TEST_CASE("pipes in cells stay in their cells") {
    CHECK(with_row("| A | B |\n|---|---|\n", 1, {"x|y", "a \\| b"}) ==
          "| A | B |\n|---|---|\n| x\\|y | a \\| b |\n");
}
