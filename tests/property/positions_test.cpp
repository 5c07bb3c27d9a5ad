#include "markdown/parse.hpp"

#include <doctest/doctest.h>
#include <future>
#include <rapidcheck.h>
#include <string>
#include <string_view>
#include <vector>

using namespace docs_lint;
using markdown::Ast;
using markdown::Block;
using markdown::Piece;
using markdown::Text;

namespace {

const std::vector<std::string> kSnippets = {
    "word",
    "Two words",
    " ",
    "  ",
    "   ",
    "    ",
    "\t",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "> ",
    ">",
    "- ",
    "* ",
    "+ ",
    "1. ",
    "2) ",
    "-\n",
    "# ",
    "## ",
    " #",
    "---",
    "---\n",
    "===\n",
    "```",
    "```\n",
    "~~~ info\n",
    "`",
    "``",
    "*",
    "**",
    "_",
    "__",
    "***",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "](/to)",
    "](</to> \"title\")",
    "[label]",
    "[label][]",
    "[text][label]",
    "[label]: /where\n",
    "[label]: </where> 'title'\n",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!-- hidden -->",
    "<!--",
    "-->",
    "<div>\n",
    "<https://example.org>",
    "<mail@example.org>",
    "&amp;",
    "&#65;",
    "&",
    "&nbsp;",
    "&notanentity;",
    "&#0;",
    "\\",
    "\\*",
    "\\\\",
    "\\&",
    "\\\n",
    "\\|",
    "|",
    "| ",
    " | ",
    "|-|-|\n",
    "|---|\n",
    ":-:",
    "--- | ---\n",
    "| a | b |\n",
    "|x|\n",
    "\xC3\xA9",
    "\xE2\x80\x94",
    "\xF0\x9F\x99\x82",
    "\xFF",
    "\xC3",
    std::string("\0", 1),
    "\xEF\xBB\xBF",
    "\"",
    "'",
    "!",
    ":",
    "- [x] ",
    "a\n  b\n",
    "  \n",
    "- a\n  - b\n",
    "- | h |\n  |---|\n  | c |\n",
    "> | h |\n> |---|\n",
    "    code\n",
    "**Field:** value\n",
};

std::string document() {
    std::string text;
    if (*rc::gen::inRange(0, 10) == 0) text += "---\nkey: value\n---\n";
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
        rc::gen::elementOf(kSnippets), rc::gen::elementOf(kSnippets), rc::gen::elementOf(kSnippets),
        rc::gen::elementOf(kSnippets), rc::gen::elementOf(kSnippets),
        rc::gen::map(rc::gen::arbitrary<char>(), [](char c) { return std::string(1, c); })));
    for (const std::string& part : parts) text += part;
    return text;
}

std::string_view cut(std::string_view text, base::Span span) {
    return text.substr(span.begin, span.size());
}

/// An entity, an escape, a byte that is no text, a tab in part: the only ways to be seen otherwise than
/// written.
bool may_read_otherwise(std::string_view written) {
    if (written.empty() || written.size() > 48) return false;
    const auto first = static_cast<unsigned char>(written.front());
    const bool single = written.size() == 1 && (first == 0 || first >= 0x80 || first == '\t');
    const bool escape =
        written.size() == 2 || written == "\\\\|"; // in a table an escaped pipe may be escaped once more
    return single || (first == '&' && written.back() == ';') || (first == '\\' && escape);
}

void check_piece(std::string_view document, const Text& text, std::size_t index) {
    const Piece& piece = text.pieces[index];
    const std::size_t end = index + 1 < text.pieces.size() ? text.pieces[index + 1].offset : text.text.size();
    RC_ASSERT(piece.offset < end);
    RC_ASSERT(text.source.contains(piece.source));
    RC_ASSERT(!piece.source.empty());
    const std::string_view visible = std::string_view(text.text).substr(piece.offset, end - piece.offset);
    if (piece.verbatim) {
        RC_ASSERT(visible == cut(document, piece.source));
    } else {
        RC_ASSERT(may_read_otherwise(cut(document, piece.source)));
    }
    if (index > 0) RC_ASSERT(text.pieces[index - 1].source.end <= piece.source.begin);
}

void check_text(std::string_view document, const Text& text, base::Span parent) {
    RC_ASSERT(text.text.find_first_of("\r\n") == std::string::npos);
    RC_ASSERT(text.source.begin <= text.source.end);
    RC_ASSERT(parent.contains(text.source));
    RC_ASSERT(text.pieces.empty() == text.text.empty());
    if (!text.pieces.empty()) RC_ASSERT(text.pieces.front().offset == 0U);
    for (std::size_t index = 0; index < text.pieces.size(); ++index) check_piece(document, text, index);
}

void check_block(std::string_view document, const Ast& ast, std::size_t index) {
    const Block& block = ast.blocks[index];
    RC_ASSERT(block.parent < index);
    RC_ASSERT(ast.blocks[block.parent].source.contains(block.source));
    RC_ASSERT(block.source.end <= document.size());
    RC_ASSERT(ast.lines.line(ast.lines.line_of(block.source.begin)).begin == block.source.begin);
    RC_ASSERT(ast.lines.line(ast.lines.line_of(block.source.end)).end == block.source.end);
    for (const Text& line : block.lines) check_text(document, line, block.source);
    for (const markdown::TableRow& row : block.rows) {
        RC_ASSERT(block.source.contains(row.source));
        RC_ASSERT(row.cells.size() == block.rows.front().cells.size());
        for (const Text& cell : row.cells) check_text(document, cell, row.source);
    }
    const bool paragraph = block.kind == markdown::BlockKind::paragraph;
    RC_ASSERT(block.lazy.size() == (paragraph ? block.lines.size() : 0U));
}

void check(std::string_view document, const Ast& ast) {
    for (std::size_t index = 1; index < ast.blocks.size(); ++index) check_block(document, ast, index);
    for (const markdown::Link& link : ast.links) {
        RC_ASSERT(link.block < ast.blocks.size());
        RC_ASSERT(ast.blocks[link.block].source.contains(link.source));
        const std::string_view written = cut(document, link.source);
        RC_ASSERT(written.size() >= 2U);
        RC_ASSERT(written.front() == (link.image ? '!' : written.front() == '<' ? '<' : '['));
        RC_ASSERT(std::string_view(")]>").find(written.back()) != std::string_view::npos);
    }
}

std::string describe(const Text& text) {
    std::string result = text.text + "@" + std::to_string(text.source.begin) + "\n";
    for (const Piece& piece : text.pieces) {
        result += std::to_string(piece.offset) + ":" + std::to_string(piece.source.begin) + "-" +
                  std::to_string(piece.source.end) + (piece.strong ? "s" : "") +
                  (piece.emphasised ? "e" : "") + (piece.code ? "c" : "") + (piece.verbatim ? "" : "!");
    }
    return result;
}

std::string describe(const Ast& ast) {
    std::string result;
    for (const Block& block : ast.blocks) {
        result += std::to_string(static_cast<int>(block.kind)) + " " + std::to_string(block.parent) + " " +
                  std::to_string(block.source.begin) + "-" + std::to_string(block.source.end) + block.info +
                  "\n";
        for (const Text& line : block.lines) result += describe(line);
        for (const auto& row : block.rows) {
            for (const Text& cell : row.cells) result += describe(cell);
        }
    }
    for (const auto& link : ast.links)
        result += link.destination + link.label + std::to_string(link.source.begin);
    return result;
}

std::string outcome(const std::string& text) {
    const auto ast = markdown::parse(text);
    return ast ? describe(*ast) : ast.error().message;
}

} // namespace

TEST_CASE("every visible character is where the positions say, in any document") {
    CHECK(rc::check([] {
        const std::string text = document();
        const auto ast = markdown::parse(text);
        if (!ast) {
            RC_ASSERT(ast.error().kind == base::ErrorKind::unverifiable);
            RC_ASSERT(ast.error().message.find("limit") != std::string::npos);
            RC_DISCARD("past a limit");
        }
        check(text, *ast);
    }));
}

TEST_CASE("a document reads the same twice and in two threads") {
    CHECK(rc::check([] {
        const std::string text = document();
        auto other = std::async(std::launch::async, [&text] { return outcome(text); });
        const std::string here = outcome(text);
        RC_ASSERT(here == outcome(text));
        RC_ASSERT(here == other.get());
    }));
}
