#include "support/markdown_reading.hpp"

using namespace docs_lint;
using namespace docs_lint::markdown;
using namespace docs_lint::markdown::testing;

namespace {

std::vector<BlockKind> kinds(const Ast& ast) {
    std::vector<BlockKind> result;
    for (const Block& block : ast.blocks) result.push_back(block.kind);
    return result;
}

} // namespace

TEST_CASE("an empty document is one block") {
    const Ast ast = read("");
    CHECK(kinds(ast) == std::vector<BlockKind>{BlockKind::document});
    CHECK(ast.blocks[0].source == base::Span{0, 0});
}

TEST_CASE("blocks stand in document order, parents first") {
    const std::string document = "# Title\n\n- a\n  > b\n- c\n\n***\n";
    const Ast ast = read(document);
    CHECK(kinds(ast) == std::vector<BlockKind>{
                            BlockKind::document, BlockKind::heading, BlockKind::list, BlockKind::list_item,
                            BlockKind::paragraph, BlockKind::block_quote, BlockKind::paragraph,
                            BlockKind::list_item, BlockKind::paragraph, BlockKind::thematic_break});
    CHECK(ast.children_of(0) == std::vector<std::size_t>{1, 2, 9});
    CHECK(ast.children_of(2) == std::vector<std::size_t>{3, 7});
    CHECK(ast.is_inside(6, BlockKind::list));
    CHECK_FALSE(ast.is_inside(6, BlockKind::heading));
    CHECK_FALSE(ast.is_inside(2, BlockKind::list));
    CHECK(cut(document, ast.blocks[2].source) == "- a\n  > b\n- c");
    CHECK(cut(document, ast.blocks[3].source) == "- a\n  > b");
}

TEST_CASE("lists know their marker") {
    CHECK(first(read("* a"), BlockKind::list).marker == '*');
    CHECK(first(read("+ a"), BlockKind::list).marker == '+');
    CHECK(first(read("> - a"), BlockKind::list).marker == '-');
    CHECK(first(read("3. a"), BlockKind::list).marker == '.');
    CHECK(first(read("3) a"), BlockKind::list).marker == ')');
}

TEST_CASE("headings of both forms") {
    const std::string document = "## A *b* ##\n\nC\n  d\n---\n";
    const Ast ast = read(document);
    const Block& atx = ast.blocks.at(1);
    CHECK(atx.level == 2);
    CHECK_FALSE(atx.setext);
    CHECK(texts(atx.lines) == std::vector<std::string>{"A b"});
    CHECK(written(document, atx.lines[0], "b") == "b");
    const Block& setext = ast.blocks.at(2);
    CHECK(setext.level == 2);
    CHECK(setext.setext);
    CHECK(texts(setext.lines) == std::vector<std::string>{"C", "d"});
    CHECK(cut(document, setext.source) == "C\n  d\n---");
}

TEST_CASE("front matter is set apart and everything behind it keeps its place") {
    const std::string document = "---\nowner: a\nb: c\n---\r\nText\n";
    const Ast ast = read(document);
    CHECK(kinds(ast) ==
          std::vector<BlockKind>{BlockKind::document, BlockKind::front_matter, BlockKind::paragraph});
    CHECK(texts(ast.blocks[1].lines) == std::vector<std::string>{"owner: a", "b: c"});
    CHECK(cut(document, ast.blocks[1].source) == "---\nowner: a\nb: c\n---");
    CHECK(cut(document, ast.blocks[2].lines[0].source) == "Text");
}

TEST_CASE("front matter needs its closing line and the first line") {
    CHECK(first(read("---\na: b\n...\nx"), BlockKind::front_matter).lines.size() == 1);
    CHECK(read("---\na: b\n").blocks[1].kind == BlockKind::thematic_break);
    CHECK(read("\n---\na: b\n---\n").blocks[1].kind == BlockKind::thematic_break);
    CHECK(read("\xEF\xBB\xBF---\na: b\n---\n").blocks[1].kind == BlockKind::front_matter);
}

TEST_CASE("a byte order mark is no text") {
    const std::string document = "\xEF\xBB\xBF# A\n";
    const Ast ast = read(document);
    const Block& heading = first(ast, BlockKind::heading);
    CHECK(heading.lines[0].text == "A");
    CHECK(heading.lines[0].source == base::Span{5, 6});
}

TEST_CASE("a closed fence") {
    const std::string document = "- x\n\n  ~~~ yaml &amp;\n    a\n\n  b\n  ~~~\n";
    const Ast ast = read(document);
    const Block& code = first(ast, BlockKind::code);
    CHECK(code.fenced);
    CHECK(code.closed);
    CHECK(code.info == "yaml &");
    CHECK(texts(code.lines) == std::vector<std::string>{"  a", "", "b"});
    CHECK(cut(document, code.source) == "  ~~~ yaml &amp;\n    a\n\n  b\n  ~~~");
    CHECK(cut(document, code.lines[2].source) == "b");
}

TEST_CASE("fences that are not closed") {
    const auto closed = [](const char* document) { return first(read(document), BlockKind::code).closed; };
    CHECK_FALSE(closed("```\na\n"));
    CHECK_FALSE(closed("```"));
    CHECK_FALSE(closed("> ```\n> a\n\nb ```\n"));
    CHECK_FALSE(closed("> ```\n```\n"));
    CHECK_FALSE(closed("````\na\n```\n"));
    CHECK_FALSE(closed("```\na\n~~~\n"));
    CHECK_FALSE(closed("```\na\n    ```\n"));
    CHECK_FALSE(closed("```\na\n``` b\n"));
    CHECK(closed("```\na\n   ````  \n"));
    CHECK(closed("```\n```"));
}

TEST_CASE("an open fence holds all lines to the end and no more") {
    const Ast ast = read("```\na\n\nb");
    CHECK(texts(first(ast, BlockKind::code).lines) == std::vector<std::string>{"a", "", "b"});
}

TEST_CASE("indented code keeps deeper indentation and tabs") {
    const std::string document = "    a\n\t\tb\n\n     c\n\nd";
    const Ast ast = read(document);
    const Block& code = first(ast, BlockKind::code);
    CHECK_FALSE(code.fenced);
    CHECK(texts(code.lines) == std::vector<std::string>{"a", "\tb", "", " c"});
    CHECK(cut(document, code.source) == "    a\n\t\tb\n\n     c");
}

TEST_CASE("a tab that a list item took in part is shown as blanks") {
    const std::string document = "- x\n\n\t\ty\n";
    const Ast ast = read(document);
    const Text& line = first(ast, BlockKind::code).lines.at(0);
    CHECK(line.text == "  y");
    CHECK(line.source_of({2, 3}).begin == document.find('y'));
    CHECK_FALSE(line.is_verbatim());
}

TEST_CASE("HTML blocks are lines of source") {
    const std::string document = "> <div>\n> **Yes**\n\n<!-- a\n\nb -->\nc\n";
    const Ast ast = read(document);
    CHECK(texts(first(ast, BlockKind::html).lines) == std::vector<std::string>{"<div>", "**Yes**"});
    CHECK(texts(ast.blocks.at(3).lines) == std::vector<std::string>{"<!-- a", "", "b -->"});
    CHECK(ast.blocks.at(4).kind == BlockKind::paragraph);
}

TEST_CASE("an HTML comment at the end of the document may stay open") {
    const Ast ast = read("<!-- a\n\nb");
    CHECK(texts(first(ast, BlockKind::html).lines) == std::vector<std::string>{"<!-- a", "", "b"});
}

TEST_CASE("link definitions are not visible") {
    const std::string document = "[a]: <Status: Filed>\n[b]: x\n  'Filed'\ntext\n\n[c]: y\n";
    const Ast ast = read(document);
    CHECK(kinds(ast) == std::vector<BlockKind>{BlockKind::document, BlockKind::paragraph});
    CHECK(texts(ast.blocks[1].lines) == std::vector<std::string>{"text"});
    CHECK(cut(document, ast.blocks[1].source) == "text");
}

TEST_CASE("text behind definitions with the same lines has its own place") {
    const std::string document = "[a]: b 'x\nx\n'\nx\nx\n===\n\n[b]:\nx\nx\ny\n";
    const Ast ast = read(document);
    const Block& heading = first(ast, BlockKind::heading);
    CHECK(cut(document, heading.source) == "x\nx\n===");
    CHECK(heading.lines[0].source.begin == document.find("x\nx\n==="));
    const Block& paragraph = first(ast, BlockKind::paragraph);
    CHECK(texts(paragraph.lines) == std::vector<std::string>{"x", "y"});
    CHECK(paragraph.source.begin == document.rfind("x\ny"));
}

TEST_CASE("only one byte order mark is skipped") {
    const std::string document = "\xEF\xBB\xBF\xEF\xBB\xBFx";
    const Ast ast = read(document);
    const Text& line = first(ast, BlockKind::paragraph).lines.at(0);
    CHECK(line.text == "\xEF\xBB\xBFx");
    CHECK(line.source == base::Span{3, 7});
}

TEST_CASE("an empty heading is empty every time") {
    for (int round = 0; round < 50; ++round) {
        CHECK(first(read("*a* " + std::string(static_cast<std::size_t>(round), 'x')), BlockKind::paragraph)
                  .lines.size() == 1);
        const Ast ast = read("##  #\n");
        CHECK(texts(first(ast, BlockKind::heading).lines) == std::vector<std::string>{""});
    }
}

TEST_CASE("too many blocks are past a limit") {
    std::string document;
    for (int line = 0; line < 9000; ++line) document += std::string(30, '>') + "a\n\n";
    const auto ast = parse(document);
    REQUIRE_FALSE(ast.has_value());
    CHECK(ast.error().kind == base::ErrorKind::unverifiable);
    CHECK(ast.error().message.find("blocks") != std::string::npos);
    const auto headings = [](std::size_t count) { // and the document is a block, too
        std::string text;
        for (std::size_t number = 0; number < count; ++number) text += "#\n";
        return parse(text).has_value();
    };
    CHECK(headings(139'998));
    CHECK(headings(139'999));
    CHECK_FALSE(headings(140'000));
}

TEST_CASE("lines that lack their container's mark are lazy") {
    const auto lazy = [](const char* document) { return first(read(document), BlockKind::paragraph).lazy; };
    using Flags = std::vector<bool>;
    CHECK(lazy("- a\n  b\n c\nd") == Flags{false, false, true, true});
    CHECK(lazy("10. a\n    b\n   c") == Flags{false, false, true});
    CHECK(lazy("-   a\n    b\n  c") == Flags{false, false, true});
    CHECK(lazy("-\ta\n\tb\n   c") == Flags{false, false, true});
    CHECK(lazy("> a\n>b\nc") == Flags{false, false, true});
    CHECK(lazy("> - a\n>   b\n> c\n  d") == Flags{false, false, true, true});
    CHECK(lazy("-\n  a\nb") == Flags{false, true});
    CHECK(lazy("a\n   b\nc") == Flags{false, false, false});
    CHECK(lazy("  - a\n    b\n   c") == Flags{false, false, true});
}

TEST_CASE("a document past a limit is not read") {
    const auto error = [](const std::string& document, const Limits& limits) {
        const auto ast = parse(document, limits);
        if (ast) return std::string("read");
        CHECK(ast.error().kind == base::ErrorKind::unverifiable);
        return ast.error().message;
    };
    const Limits limits{
        .bytes = 1000, .containers_in_line = 3, .container_column = 20, .paragraph_bytes = 100};
    CHECK(error(std::string(50, 'a') + std::string(950, '\n'), limits) == "read");
    CHECK(error(std::string(50, 'a') + std::string(951, '\n'), limits).find("1000") != std::string::npos);
    CHECK(error("a\n> - > b\n", limits) == "read");
    CHECK(error("a\n> - > - b\n", limits).find("line 2") != std::string::npos);
    CHECK(error("a\n>>>> b\n", limits).find("line 2") != std::string::npos);
    CHECK(error(std::string(19, ' ') + "- b\n", limits) == "read");
    CHECK(error(std::string(20, ' ') + "- b\n", limits).find("line 1") != std::string::npos);
    CHECK(error("- - - - - - - -\n", limits) == "read");
    CHECK(error("\n" + std::string(99, 'a') + "\n", limits) == "read");
    CHECK(error("\n" + std::string(100, 'a') + "\n", limits).find("line 2") != std::string::npos);
    CHECK(error("# " + std::string(100, 'a') + "\n", limits) == "read");
    CHECK(error("# " + std::string(101, 'a') + "\n", limits).find("line 1") != std::string::npos);
}

TEST_CASE("a long destination may be used once") {
    const auto read_with = [](std::size_t size, const char* uses) {
        return parse("[a]: " + std::string(size, 'x') + "\n\n" + uses).has_value();
    };
    CHECK(read_with(256, "[a] [A]"));
    CHECK(read_with(257, "[a]"));
    CHECK_FALSE(read_with(257, "[a] [A]"));
    CHECK_FALSE(read_with(257, "[a] [x][ a ]"));
}

TEST_CASE("what cmark-gfm may copy for the uses of a definition is counted") {
    const auto read_with = [](std::size_t brackets) { // one of them in the definition
        std::string uses;
        for (std::size_t number = 1; number < brackets; ++number) uses += "]\n\n";
        return parse("[a]: " + std::string(1024, 'x') + "\n\n" + uses).has_value();
    };
    CHECK(read_with(32'767)); // of 1 KB each: 32 MB
    CHECK(read_with(32'768));
    CHECK_FALSE(read_with(32'769));
}
