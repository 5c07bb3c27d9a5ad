#include "markdown/parse.hpp"

#include "base/handle.hpp"
#include "markdown/arena.hpp"
#include "markdown/block_reader.hpp"
#include "markdown/front_matter.hpp"
#include "markdown/limits.hpp"
#include "markdown/source_lines.hpp"

#include <algorithm>
#include <cmark-gfm.h>
#include <cmark-gfm/parser.h>

namespace docs_lint::markdown {
namespace {

using ParserHandle = base::Handle<cmark_parser, cmark_parser_free>;

/// Room for a block in each line of most documents: growing moves what is there.
constexpr std::size_t kUsualBlocks = 256;

void add_document(Ast& ast, std::string_view text) {
    Block document;
    document.source = {0, text.size()};
    ast.blocks.reserve(std::min(ast.lines.line_count(), kUsualBlocks));
    ast.blocks.push_back(std::move(document));
}

void add_front_matter(Ast& ast, std::string_view text, std::size_t end) {
    Block block;
    block.kind = BlockKind::front_matter;
    block.source = {ast.lines.line(1).begin, ast.lines.line(end).end};
    for (std::size_t number = 2; number < end; ++number) {
        const base::Span source = ast.lines.line(number);
        block.lines.push_back(verbatim_text({text.substr(source.begin, source.size()), source, {}}));
    }
    ast.blocks.push_back(std::move(block));
}

// cmark-gfm skips a byte order mark at the front. Ours is gone already: a second one is text.
void feed(cmark_parser* parser, std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        cmark_parser_feed(parser, kByteOrderMark.data(), kByteOrderMark.size());
    }
    cmark_parser_feed(parser, text.data(), text.size());
}

// The blank line at the end closes a last paragraph, so that its reference definitions are known.
std::optional<base::Error> read_blocks(Ast& ast, const SourceLines& lines, const Limits& limits) {
    const ArenaScope arena;
    const ParserHandle parser(
        cmark_parser_new_with_mem(CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS, arena.memory()));
    feed(parser.get(), lines.text());
    cmark_parser_feed(parser.get(), "\n", 1);
    BlockReader reader(lines, limits, ast, arena.memory());
    if (auto error = reader.read(parser->root)) return error;
    cmark_parser_finish(parser.get());
    reader.finish();
    return std::nullopt;
}

} // namespace

std::string library_version() {
    return cmark_version_string();
}

base::Result<Ast> parse(std::string_view text, const Limits& limits) {
    Ast ast;
    ast.lines = base::LineIndex(text);
    if (text.size() > limits.bytes) {
        return base::fail(
            past_limit("the size of the document in bytes", ast.lines.line_count(), limits.bytes));
    }
    add_document(ast, text);
    const std::size_t skipped = front_matter_end(text, ast.lines);
    if (skipped > 0) add_front_matter(ast, text, skipped);
    const SourceLines lines(text, ast.lines, skipped);
    if (auto error = find_past_limit(lines, limits)) return base::fail(std::move(*error));
    if (auto error = read_blocks(ast, lines, limits)) return base::fail(std::move(*error));
    return ast;
}

} // namespace docs_lint::markdown
