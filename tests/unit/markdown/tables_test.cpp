#include "support/markdown_reading.hpp"

using namespace docs_lint;
using namespace docs_lint::markdown;
using namespace docs_lint::markdown::testing;

namespace {

using Rows = std::vector<std::string>;

Rows table_in(std::string_view document) {
    return rows(first(read(document), BlockKind::table));
}

bool has_table(std::string_view document) {
    for (const Block& block : read(document).blocks) {
        if (block.kind == BlockKind::table) return true;
    }
    return false;
}

} // namespace

TEST_CASE("a table has its header first and no delimiter row") {
    const std::string document = "| A | B |\n| --- | :-: |\n| 1 | *2* |\n";
    const Ast ast = read(document);
    const Block& table = first(ast, BlockKind::table);
    CHECK(rows(table) == Rows{"A|B", "1|2"});
    CHECK(cut(document, table.source) == "| A | B |\n| --- | :-: |\n| 1 | *2* |");
    CHECK(cut(document, table.rows[1].source) == "| 1 | *2* |");
    CHECK(cut(document, table.rows[1].cells[1].source) == "*2*");
    CHECK(written(document, table.rows[1].cells[1], "2") == "2");
    CHECK(table.rows[1].cells[1].piece_at(0)->emphasised);
}

TEST_CASE("pipes at the ends are optional") {
    CHECK(table_in("A | B\n--- | ---\n1 | 2") == Rows{"A|B", "1|2"});
    CHECK(table_in("A | B\n---|---\n| 1 | 2") == Rows{"A|B", "1|2"});
    CHECK(table_in("| A\n|---\n| 1") == Rows{"A", "1"});
    CHECK(table_in("A\n|---|\n1") == Rows{"A", "1"});
    CHECK(table_in("A\n:---\n1") == Rows{"A", "1"});
}

TEST_CASE("what only looks like a table") {
    CHECK_FALSE(has_table("A | B\n---\n"));
    CHECK_FALSE(has_table("A | B\n--- | --- | ---\n"));
    CHECK_FALSE(has_table("| A |\n| - x |\n"));
    CHECK_FALSE(has_table("| A |\n\n|---|\n"));
    CHECK_FALSE(has_table("A\n---\n"));
    CHECK_FALSE(has_table("| A |\n    |---|\n"));
    CHECK_FALSE(has_table("> | A |\n|---|\n"));
    CHECK_FALSE(has_table("    | A |\n    |---|\n"));
    CHECK_FALSE(has_table("```\n| A |\n|---|\n```\n"));
}

TEST_CASE("missing cells are empty and surplus ones are cut") {
    const std::string document = "|A|B|\n|-|-|\n|1|\n|1|2|3|\n||2|\n";
    const Ast ast = read(document);
    const Block& table = first(ast, BlockKind::table);
    REQUIRE(table.rows.size() == 4);
    CHECK(rows(table) == Rows{"A|B", "1|", "1|2", "|2"});
    CHECK(table.rows[1].source.contains(table.rows[1].cells[1].source));
    CHECK(table.rows[1].cut_off.empty());
    CHECK(cut(document, table.rows[2].cut_off) == "3");
    CHECK(table.rows[3].cut_off.empty());
}

TEST_CASE("what is cut off goes from the first to the last surplus cell that says something") {
    const auto cut_off = [](const std::string& row) {
        const std::string document = "> |A|\n> |-|\n> " + row + "\n";
        return std::string(cut(document, first(read(document), BlockKind::table).rows.at(1).cut_off));
    };
    CHECK(cut_off("| 1 | *2* | `a\\|b` |") == "*2* | `a\\|b`");
    CHECK(cut_off("| 1 | | 3 | |") == "3");
    CHECK(cut_off("| 1 | | |").empty());
}

TEST_CASE("an escaped pipe is a pipe in its cell and backticks do not protect one") {
    const std::string document = "|A|B|\n|-|-|\n|a\\|b|`c\\|d`|\n|`e|f`|\n";
    const Ast ast = read(document);
    const Block& table = first(ast, BlockKind::table);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1].cells[0].text == "a|b");
    CHECK(table.rows[1].cells[1].text == "c|d");
    CHECK(table.rows[1].cells[1].piece_at(0)->code);
    CHECK(written(document, table.rows[1].cells[0], "a|b") == "a\\|b");
    CHECK(written(document, table.rows[1].cells[1], "d") == "d");
    CHECK_FALSE(table.rows[1].cells[0].is_verbatim());
    CHECK(table.rows[2].cells[0].text == "`e");
}

TEST_CASE("lines before a table stay a paragraph of their own") {
    const std::string document = "Some *text\n| A |\n|---|\n| x* |\n";
    const Ast ast = read(document);
    CHECK(texts(first(ast, BlockKind::paragraph).lines) == Rows{"Some *text"});
    CHECK(rows(first(ast, BlockKind::table)) == Rows{"A", "x*"});
}

TEST_CASE("a table ends where another block begins") {
    CHECK(table_in("|A|\n|-|\n|1|\n\n|2|\n") == Rows{"A", "1"});
    CHECK(table_in("|A|\n|-|\n|1|\n# H\n") == Rows{"A", "1"});
    CHECK(table_in("|A|\n|-|\n|1|\n> q\n") == Rows{"A", "1"});
    CHECK(table_in("|A|\n|-|\n|1|\n2. q\n") == Rows{"A", "1"});
    CHECK(table_in("|A|\n|-|\nplain\n") == Rows{"A", "plain"});
}

TEST_CASE("a rule below a table is no heading's underline") {
    const Ast ast = read("|A|\n|-|\n|1|\n---\n");
    CHECK(rows(first(ast, BlockKind::table)) == Rows{"A", "1"});
    CHECK(ast.blocks.back().kind == BlockKind::thematic_break);
    CHECK(table_in("|A|\n|-|\n|1|\n===\n") == Rows{"A", "1", "==="});
}

TEST_CASE("tables stand in list items and quotes") {
    const std::string document =
        "- text\n\n  | A |\n  |---|\n  | `b` |\n\n> | C |\n> |---|\n> | &amp; |\nlazy\n";
    const Ast ast = read(document);
    std::vector<const Block*> tables;
    for (const Block& block : ast.blocks) {
        if (block.kind == BlockKind::table) tables.push_back(&block);
    }
    REQUIRE(tables.size() == 2);
    CHECK(rows(*tables[0]) == Rows{"A", "b"});
    CHECK(written(document, tables[0]->rows[1].cells[0], "b") == "b");
    CHECK(rows(*tables[1]) == Rows{"C", "&"});
    CHECK(written(document, tables[1]->rows[1].cells[0], "&") == "&amp;");
    CHECK(ast.blocks[tables[0]->parent].kind == BlockKind::list_item);
    const Block& last = ast.blocks.back();
    CHECK(last.kind == BlockKind::paragraph);
    CHECK(last.lazy == std::vector<bool>{true});
}

TEST_CASE("links in cells resolve, definitions included") {
    const std::string document = "| [a] | [b](c) |\n|---|---|\n| ![i][a] | - x |\n\n[a]: where\n";
    const Ast ast = read(document);
    REQUIRE(ast.links.size() == 3);
    CHECK(ast.links[0].destination == "where");
    CHECK(cut(document, ast.links[0].source) == "[a]");
    CHECK(ast.links[1].destination == "c");
    CHECK(ast.links[2].image);
    CHECK(ast.blocks[ast.links[2].block].kind == BlockKind::table);
    CHECK(rows(first(ast, BlockKind::table)).at(1) == "|- x");
}

TEST_CASE("a long table is read, a long paragraph is not") {
    std::string table = "| A | B |\n|---|---|\n";
    while (table.size() < 60'000) table += "| 1.0 | a *long* line of a changelog |\n";
    CHECK(first(read(table), BlockKind::table).rows.size() > 1000);
    std::string paragraph;
    while (paragraph.size() < 20'000) paragraph += "a | b\n";
    CHECK_FALSE(parse(paragraph).has_value());
    std::string row = "| A |\n|---|\n| " + std::string(17'000, 'x') + " |\n";
    CHECK_FALSE(parse(row).has_value());
}

TEST_CASE("a wide header with many short rows is past a limit") {
    std::string document;
    for (int column = 0; column < 2000; ++column) document += "|a";
    document += "\n";
    for (int column = 0; column < 2000; ++column) document += "|-";
    document += "\n";
    for (int row = 0; row < 2000; ++row) document += "x\n";
    const auto ast = parse(document);
    REQUIRE_FALSE(ast.has_value());
    CHECK(ast.error().kind == base::ErrorKind::unverifiable);
}

TEST_CASE("the cells that rows lack are counted, and too many are past a limit") {
    const auto lacking = [](std::size_t cells) { // 101 columns, of which a row has one
        std::string table;
        for (int column = 0; column < 101; ++column) table += "|a";
        table += "|\n";
        for (int column = 0; column < 101; ++column) table += "|-";
        table += "|\n";
        for (std::size_t row = 0; row < cells / 100; ++row) table += "b\n";
        std::string last;
        for (std::size_t column = 0; column < 101 - cells % 100; ++column) last += "|b";
        return parse(table + (cells % 100 == 0 ? "" : last + "|\n"));
    };
    CHECK(lacking(49'999).has_value());
    CHECK(lacking(50'000).has_value());
    const auto refused = lacking(50'001);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == base::ErrorKind::unverifiable);
    CHECK(refused.error().message.find("50000") != std::string::npos);
}

TEST_CASE("a paragraph that holds a table may be sixteen times as long as one of text") {
    const auto read_with = [](std::size_t bytes) {
        std::string text = "|a|\n|-|\n";
        while (text.size() + 20 < bytes) text += "|b|\n";
        return parse(text + "|" + std::string(bytes - text.size() - 3, 'c') + "|\n",
                     {.paragraph_bytes = 100});
    };
    CHECK(read_with(1599).has_value());
    CHECK(read_with(1600).has_value());
    const auto refused = read_with(1601);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == base::ErrorKind::unverifiable);
    CHECK(refused.error().message.find("a paragraph's bytes") != std::string::npos);
}
