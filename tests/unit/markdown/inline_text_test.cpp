#include "support/markdown_reading.hpp"

using namespace docs_lint;
using namespace docs_lint::markdown;
using namespace docs_lint::markdown::testing;

namespace {

struct Line {
    std::string document;
    Ast ast;
    Text text;
};

/// A document of one paragraph, and its first line.
Line line_of(std::string document) {
    Ast ast = read(document);
    Text text = first(ast, BlockKind::paragraph).lines.front();
    return {std::move(document), std::move(ast), std::move(text)};
}

std::string written(const Line& line, std::string_view visible) {
    return testing::written(line.document, line.text, visible);
}

} // namespace

TEST_CASE("plain text is written as it reads") {
    const Line line = line_of("Status: Open\n");
    CHECK(line.text.text == "Status: Open");
    CHECK(line.text.pieces.size() == 1);
    CHECK(line.text.is_verbatim());
    CHECK(written(line, "Open") == "Open");
}

TEST_CASE("an entity is decoded and known by its whole spelling") {
    const Line line = line_of("F&#105;led &amp; &copy; &notanentity; &x");
    CHECK(line.text.text == "Filed & \xC2\xA9 &notanentity; &x");
    CHECK_FALSE(line.text.is_verbatim());
    CHECK(written(line, "i") == "&#105;");
    CHECK(written(line, "Filed") == "F&#105;led");
    CHECK(written(line, "\xC2\xA9") == "&copy;");
    CHECK(written(line, "&notanentity;") == "&notanentity;");
}

TEST_CASE("a no-break space reads as a blank, and is known by its bytes") {
    const std::string wide = "\xC2\xA0";
    const std::string narrow = "\xE2\x80\xAF";
    const Line line =
        line_of("Yes" + wide + "by" + narrow + "the *PMO" + wide + "Lead*, `a" + wide + "b`" + wide + ".\n");
    CHECK(line.text.text == "Yes by the PMO Lead, a b .");
    CHECK(line.text.is_verbatim());
    CHECK(written(line, "Yes by") == "Yes" + wide + "by");
    CHECK(written(line, "PMO Lead") == "PMO" + wide + "Lead");
    CHECK_FALSE(line_of("Yes&nbsp;by\n").text.is_verbatim());
}

TEST_CASE("a backslash escape is not verbatim") {
    const Line line = line_of("a\\*b\\\\c\\d");
    CHECK(line.text.text == "a*b\\c\\d");
    CHECK(written(line, "*") == "\\*");
    CHECK(written(line, "b\\") == "b\\\\");
    CHECK(written(line, "\\d") == "\\d");
}

TEST_CASE("emphasis marks are gone and the pieces know them") {
    const Line line = line_of("***a** b* __c__");
    CHECK(line.text.text == "a b c");
    const Piece* a = line.text.piece_at(0);
    CHECK(a->strong);
    CHECK(a->emphasised);
    const Piece* b = line.text.piece_at(2);
    CHECK_FALSE(b->strong);
    CHECK(b->emphasised);
    CHECK(line.text.piece_at(4)->strong);
    CHECK(written(line, "a") == "a");
    CHECK(written(line, "a b") == "a** b");
    CHECK(written(line, "c") == "c");
}

TEST_CASE("unmatched marks and tildes stay visible") {
    const Line line = line_of("**a *b* ~~c~~");
    CHECK(line.text.text == "**a b ~~c~~");
    CHECK(written(line, "**a") == "**a");
    CHECK(written(line, "~~c~~") == "~~c~~");
}

TEST_CASE("a code span shows its content without the stripped blanks") {
    const Line line = line_of("x `` a ` b `` y `&amp;` z");
    CHECK(line.text.text == "x a ` b y &amp; z");
    CHECK(written(line, "a ` b") == "a ` b");
    CHECK(line.text.piece_at(line.text.text.find('a'))->code);
    CHECK_FALSE(line.text.piece_at(0)->code);
    CHECK(written(line, "&amp;") == "&amp;");
    CHECK(line.text.is_verbatim());
}

TEST_CASE("a code span over two lines is split at the line's end") {
    const std::string document = "> x `a\n>   b` y\n";
    const Ast ast = read(document);
    const Block& paragraph = first(ast, BlockKind::paragraph);
    CHECK(texts(paragraph.lines) == std::vector<std::string>{"x a", "b y"});
    CHECK(paragraph.lines[1].piece_at(0)->code);
    CHECK(testing::written(document, paragraph.lines[1], "b y") == "b` y");
}

TEST_CASE("a link shows its text and not its destination") {
    const Line line = line_of("see [the *spec*](spec.md \"spec title\") spec");
    CHECK(line.text.text == "see the spec spec");
    CHECK(cut(line.document, line.text.source_of({13, 17})) == "spec");
    CHECK(line.text.source_of({13, 17}).begin == line.document.rfind("spec"));
    REQUIRE(line.ast.links.size() == 1);
    CHECK(line.ast.links[0].destination == "spec.md");
    CHECK(line.ast.links[0].label == "the spec");
    CHECK(cut(line.document, line.ast.links[0].source) == "[the *spec*](spec.md \"spec title\")");
    CHECK(line.ast.blocks[line.ast.links[0].block].kind == BlockKind::paragraph);
}

TEST_CASE("every form of a link's end is skipped") {
    const auto source = [](const char* document) {
        const Line line = line_of(document);
        REQUIRE(line.ast.links.size() == 1);
        CHECK(line.text.text == "a z");
        CHECK(written(line, "z") == "z");
        CHECK(line.ast.links[0].destination == "u");
        return std::string(cut(line.document, line.ast.links[0].source));
    };
    CHECK(source("[a][] z\n\n[a]: u\n") == "[a][]");
    CHECK(source("[a] z\n\n[a]: u\n") == "[a]");
    CHECK(source("[a][B] z\n\n[b]: u\n") == "[a][B]");
    CHECK(source("[a](<u>) z") == "[a](<u>)");
    CHECK(source("[a]( u '(x)\\'' ) z") == "[a]( u '(x)\\'' )");
    CHECK(source("[a](u (x\\)y)) z") == "[a](u (x\\)y))");
}

TEST_CASE("a destination with the same words does not attract the text behind it") {
    const Line line = line_of("[Yes](No) No");
    CHECK(line.text.text == "Yes No");
    CHECK(line.text.source_of({4, 6}) == base::Span{10, 12});
}

TEST_CASE("an automatic link shows its address") {
    const Line line = line_of("<https://example.org/?a&amp;b\\*> x");
    CHECK(line.text.text == "https://example.org/?a&b\\* x");
    CHECK(line.ast.links.at(0).destination == "https://example.org/?a&b\\*");
    CHECK(written(line, "&b\\*") == "&amp;b\\*");
}

TEST_CASE("an image is a link and its description is not visible") {
    const Line line = line_of("x ![Yes *now*](y.png) z");
    CHECK(line.text.text == "x  z");
    REQUIRE(line.ast.links.size() == 1);
    CHECK(line.ast.links[0].image);
    CHECK(line.ast.links[0].label == "Yes now");
    CHECK(cut(line.document, line.ast.links[0].source) == "![Yes *now*](y.png)");
}

TEST_CASE("inline HTML and comments are not visible") {
    const Line line = line_of("a<b>b</b> <!-- Yes -->c");
    CHECK(line.text.text == "ab c");
    CHECK(written(line, "b") == "b");
    CHECK(written(line, "b c") == "b</b> <!-- Yes -->c");
}

TEST_CASE("a comment over lines hides the lines") {
    const Ast ast = read("a <!-- x\nYes\n--> b\n");
    CHECK(texts(first(ast, BlockKind::paragraph).lines) == std::vector<std::string>{"a ", "", " b"});
}

TEST_CASE("hard breaks leave nothing visible") {
    const std::string document = "a  \nb\\\nc";
    const Ast ast = read(document);
    const Block& paragraph = first(ast, BlockKind::paragraph);
    CHECK(texts(paragraph.lines) == std::vector<std::string>{"a", "b", "c"});
    CHECK(testing::written(document, paragraph.lines[2], "c") == "c");
    CHECK(paragraph.lines[2].source == base::Span{7, 8});
}

TEST_CASE("indented and quoted continuation lines keep their positions") {
    const std::string document = "> - one *two\n>     three* four\n> lazy\n";
    const Ast ast = read(document);
    const Block& paragraph = first(ast, BlockKind::paragraph);
    CHECK(texts(paragraph.lines) == std::vector<std::string>{"one two", "three four", "lazy"});
    CHECK(paragraph.lines[1].source.begin == document.find("three"));
    CHECK(paragraph.lines[1].source_of({6, 10}).begin == document.find("four"));
    CHECK(paragraph.lines[2].source_of({0, 4}).begin == document.find("lazy"));
    CHECK(paragraph.lines[1].piece_at(0)->emphasised);
}

TEST_CASE("positions count the bytes of the original, whatever its line endings") {
    const std::string document = "a\r\n&lt;b\rc\r\n";
    const Ast ast = read(document);
    const Block& paragraph = first(ast, BlockKind::paragraph);
    CHECK(texts(paragraph.lines) == std::vector<std::string>{"a", "<b", "c"});
    CHECK(paragraph.lines[1].source == base::Span{3, 8});
    CHECK(paragraph.lines[1].source_of({1, 2}) == base::Span{7, 8});
    CHECK(paragraph.lines[2].source == base::Span{9, 10});
}

TEST_CASE("NUL and invalid bytes are replaced and shift nothing") {
    const std::string document = std::string("a\0", 2) + "\xFF" + "b*c*\n";
    const Ast ast = read(document);
    const Text& line = first(ast, BlockKind::paragraph).lines.at(0);
    CHECK(line.text == "a\xEF\xBF\xBD\xEF\xBF\xBD"
                       "bc");
    CHECK_FALSE(line.is_verbatim());
    CHECK(line.source_of({1, 4}) == base::Span{1, 2});
    CHECK(line.source_of({4, 7}) == base::Span{2, 3});
    CHECK(line.source_of({7, 8}) == base::Span{3, 4});
    CHECK(line.source_of({8, 9}) == base::Span{5, 6});
}

TEST_CASE("text that is not ASCII keeps byte positions") {
    const Line line = line_of("\xC3\xA9 *\xE2\x80\x94* z");
    CHECK(line.text.text == "\xC3\xA9 \xE2\x80\x94 z");
    CHECK(written(line, "\xE2\x80\x94 z") == "\xE2\x80\x94* z");
}

TEST_CASE("a lazy line behind a definition keeps its blanks") {
    const std::string document = "- [label]: /where\n #x";
    const Ast ast = read(document);
    const Text& line = first(ast, BlockKind::paragraph).lines.at(0);
    CHECK(line.text.substr(line.text.size() - 2) == "#x");
    CHECK(testing::written(document, line, "#x") == "#x");
}

TEST_CASE("a lazy line behind a backslash break keeps its blanks") {
    const std::string document = ">a\\\n    >b";
    const Ast ast = read(document);
    const Block& paragraph = first(ast, BlockKind::paragraph);
    CHECK(testing::written(document, paragraph.lines.at(1), ">b") == ">b");
}

TEST_CASE("what HTML strikes out reads as Markdown's own strikethrough, and keeps its place") {
    const Line line = line_of("Gate <del>PASS</del> <S class=\"x\">one</S > two</del> `<del>`");
    CHECK(line.text.text == "Gate ~~PASS~~ ~~one~~ two <del>");
    CHECK(written(line, "PASS") == "PASS");
    CHECK(written(line, "~~PASS~~") == "<del>PASS</del>");
    CHECK(line_of("<strong>a</strong> <span>b</span> <ins>c</ins>").text.text == "a b c");
    CHECK(line_of("<del>open to the end").text.text == "~~open to the end");
}

TEST_CASE("an emoji's name reads as the emoji, where it says yes, no or wait") {
    const Line line = line_of("Status: :x: at 10:30 :tada: :+1:");
    CHECK(line.text.text == "Status: ❌ at 10:30 :tada: 👍");
    CHECK(written(line, "❌") == ":x:");
    CHECK(line_of("`:x:` \\:x:").text.text == ":x: :x:");
}
