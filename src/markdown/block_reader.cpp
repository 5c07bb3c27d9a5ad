#include "markdown/block_reader.hpp"

#include "markdown/inline_text.hpp"
#include "markdown/limits.hpp"

#include <algorithm>
#include <cmark-gfm/cmark-gfm-extension_api.h>

namespace docs_lint::markdown {
namespace {

constexpr std::size_t kCodeIndent = 4;
constexpr std::size_t kTableBytes = 16; ///< times the limit of a paragraph
// A short row in a wide table stands for many cells.
constexpr std::size_t kPaddedCells = 50'000;
// Ours and cmark-gfm's blocks together take half a kilobyte each, and a heading as much again when it is read
// as a section.
constexpr std::size_t kBlocks = 140'000;

std::string_view content_of(cmark_node* node) {
    const char* content = cmark_node_get_string_content(node);
    return content == nullptr ? std::string_view{} : std::string_view(content);
}

std::vector<std::string_view> split_lines(std::string_view content) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t end = std::min(content.find('\n', at), content.size());
        lines.push_back(content.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

char list_marker(cmark_node* node, LineCursor cursor) {
    if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
        return cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ')' : '.';
    }
    cursor.skip_blanks();
    return cursor.peek();
}

bool has_markup(std::string_view text) {
    return text.find_first_of("\\*_[]<&`!") != std::string_view::npos;
}

bool is_rule(std::string_view text) {
    const std::size_t end = text.find_last_not_of(" \t");
    return end != std::string_view::npos && end >= 2 &&
           text.substr(0, end + 1).find_first_not_of('-') == std::string_view::npos;
}

bool is_html_line(std::string_view text) {
    return text.size() > 2 && text[0] == '<';
}

std::string_view without_leading_blanks(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

/// Fits the line to what cmark-gfm made of it: a lazy line keeps the blanks at its front.
bool fit(ContentLine& line, const MappedLine& whole, std::string_view wanted) {
    if (line.content.text == wanted) return true;
    if (line.content.text != without_leading_blanks(wanted)) return false;
    const std::size_t size = whole.text.size();
    const bool kept = wanted.size() <= size && whole.text.substr(size - wanted.size()) == wanted;
    if (kept) line.content = whole.part({size - wanted.size(), size});
    return true;
}

std::string joined(const std::vector<ContentLine>& lines) {
    std::string text;
    for (const ContentLine& line : lines) (text += line.content.text) += '\n';
    return text;
}

/// The content of a line of code or HTML. A tab that a container took in part is shown as blanks.
Text literal_line(const MappedLine& line, const LineCursor& cursor) {
    const std::size_t blanks = cursor.columns_left_of_tab();
    const std::size_t begin = cursor.offset() + (blanks > 0 ? 1 : 0);
    Text text;
    text.source = line.source_of({cursor.offset(), line.text.size()});
    if (blanks > 0) {
        append_piece(text, std::string(blanks, ' '),
                     {0, line.source_of({cursor.offset(), begin}), false, false, false, false});
    }
    append_visible(text, line, {begin, line.text.size()}, {});
    return text;
}

/// From the first to the last of the cells past `columns` that say something.
base::Span past_the_last_column(const std::vector<MappedLine>& cells, std::size_t columns) {
    base::Span cut_off;
    for (std::size_t at = columns; at < cells.size(); ++at) {
        if (cells[at].text.empty()) continue;
        if (cut_off.empty()) cut_off.begin = cells[at].source.begin;
        cut_off.end = cells[at].source.end;
    }
    return cut_off;
}

} // namespace

std::optional<base::Error> BlockReader::read(cmark_node* root) {
    cmark_node* node = cmark_node_first_child(root);
    while (node != nullptr && node != root && !error_) {
        enter(node);
        if (cmark_node* child = cmark_node_first_child(node)) {
            node = child;
            continue;
        }
        leave(node);
        while (node != root && cmark_node_next(node) == nullptr) {
            node = cmark_node_parent(node);
            if (node != root) leave(node);
        }
        if (node != root) node = cmark_node_next(node);
    }
    for (cmark_node* fragment : fragments_) cmark_node_append_child(root, fragment);
    return error_;
}

void BlockReader::enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
        return open_container(node, BlockKind::block_quote);
    case CMARK_NODE_LIST:
        return open_container(node, BlockKind::list);
    case CMARK_NODE_ITEM:
        return open_container(node, BlockKind::list_item);
    case CMARK_NODE_HEADING:
        return heading(node);
    case CMARK_NODE_PARAGRAPH:
        return paragraph(node);
    case CMARK_NODE_CODE_BLOCK:
        return code(node);
    case CMARK_NODE_HTML_BLOCK: {
        const std::size_t first = start_line(node);
        literals_.push_back({node, add_block(BlockKind::html, first, first), first, containers_});
        return;
    }
    default:
        add_block(BlockKind::thematic_break, start_line(node), start_line(node));
    }
}

void BlockReader::leave(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    const bool item = type == CMARK_NODE_ITEM || type == CMARK_NODE_BLOCK_QUOTE;
    if (item) containers_.pop_back();
    if (item || type == CMARK_NODE_LIST) parents_.pop_back();
}

void BlockReader::open_container(cmark_node* node, BlockKind kind) {
    const std::size_t first = start_line(node);
    const std::size_t block = add_block(kind, first, first);
    parents_.push_back(block);
    Entry entry = enter_containers(lines_.line(first), first, containers_);
    if (kind == BlockKind::list) {
        ast_.blocks[block].marker = list_marker(node, entry.cursor);
    } else {
        const std::size_t width = kind == BlockKind::list_item ? open_item(entry.cursor) : 0;
        containers_.push_back({kind, first, width});
    }
}

std::size_t BlockReader::start_line(cmark_node* node) const {
    const int line = cmark_node_get_start_line(node);
    return std::clamp(line < 1 ? std::size_t{1} : static_cast<std::size_t>(line), std::size_t{1},
                      lines_.count());
}

base::Span BlockReader::whole_lines(std::size_t first, std::size_t last) const {
    last = std::clamp(last, first, lines_.count());
    return {ast_.lines.line(first).begin, ast_.lines.line(last).end};
}

std::size_t BlockReader::add_block(BlockKind kind, std::size_t first, std::size_t last) {
    Block block;
    block.kind = kind;
    block.parent = parents_.back();
    block.source = whole_lines(first, last);
    if (ast_.blocks.size() >= kBlocks && !error_) error_ = past_limit("the number of blocks", first, kBlocks);
    ast_.blocks.push_back(std::move(block));
    return ast_.blocks.size() - 1;
}

void BlockReader::check_size(std::size_t bytes, std::size_t line, std::string_view what) {
    if (bytes > limits_.paragraph_bytes && !error_) error_ = past_limit(what, line, limits_.paragraph_bytes);
}

ContentLine BlockReader::content_line(std::size_t number) const {
    const MappedLine line = lines_.mapped(number);
    Entry entry = enter_containers(line.text, number, containers_);
    const std::size_t indent = entry.cursor.indent();
    entry.cursor.skip_blanks();
    return {line.part({entry.cursor.offset(), line.text.size()}), number, indent, entry.lazy};
}

std::optional<std::vector<ContentLine>>
BlockReader::lines_from(std::size_t first, const std::vector<std::string_view>& wanted) const {
    if (first < 1 || first + wanted.size() > lines_.count() + 1) return std::nullopt;
    std::vector<ContentLine> lines;
    for (const std::string_view text : wanted) {
        const std::size_t number = first + lines.size();
        ContentLine line = content_line(number);
        if (!fit(line, lines_.mapped(number), text)) return std::nullopt;
        lines.push_back(std::move(line));
    }
    return lines;
}

// cmark-gfm takes reference definitions away from a paragraph's front and keeps its start line, so the
// content is counted from the end: the line before the one that closed a paragraph, two before the one that
// closed a heading.
std::vector<ContentLine> BlockReader::content_lines(cmark_node* node, std::string_view content) const {
    const std::vector<std::string_view> wanted = split_lines(content);
    const std::size_t behind = cmark_node_get_type(node) == CMARK_NODE_HEADING ? 2 : 0;
    const auto end = static_cast<std::size_t>(std::max(cmark_node_get_end_line(node), 0)) + 1;
    if (end >= behind + wanted.size()) {
        if (auto lines = lines_from(end - behind - wanted.size(), wanted)) return std::move(*lines);
    }
    const std::size_t first = start_line(node);
    if (auto lines = lines_from(first, wanted)) return std::move(*lines);
    std::vector<ContentLine> lines;
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        lines.push_back(content_line(std::min(first + at, lines_.count())));
    }
    return lines;
}

void BlockReader::pend(cmark_node* node, const std::vector<ContentLine>& lines, std::size_t block) {
    PendingInlines pending{node, {}, block};
    for (const ContentLine& line : lines) pending.lines.push_back(line.content);
    inlines_.push_back(std::move(pending));
}

void BlockReader::heading(cmark_node* node) {
    const std::size_t first = start_line(node);
    const auto level = static_cast<std::size_t>(cmark_node_get_heading_level(node));
    const std::string_view content = content_of(node);
    const ContentLine line = content_line(first);
    const std::string_view text = line.content.text;
    const bool atx = text.substr(0, level) == std::string(level, '#') &&
                     (text.size() == level || text[level] == ' ' || text[level] == '\t');
    check_size(content.size(), first, "a heading's bytes");
    if (error_) return;
    if (atx) return atx_heading(node, first, content);
    setext_heading(node, content_lines(node, content));
}

void BlockReader::atx_heading(cmark_node* node, std::size_t line, std::string_view content) {
    ContentLine whole = content_line(line);
    const auto level = static_cast<std::size_t>(cmark_node_get_heading_level(node));
    std::size_t begin = level;
    while (begin < whole.content.text.size() && is_blank(whole.content.text[begin])) ++begin;
    whole.content = whole.content.part({begin, begin + content.size()});
    const std::size_t block = add_block(BlockKind::heading, line, line);
    ast_.blocks[block].level = static_cast<int>(level);
    pend(node, {whole}, block);
}

void BlockReader::setext_heading(cmark_node* node, std::vector<ContentLine> lines) {
    if (lines.empty()) return;
    const std::size_t underline = lines.back().number + 1;
    if (find_table(lines)) {
        cmark_node_set_string_content(node, "");
        return split_at_tables_and_underline(std::move(lines), underline);
    }
    const std::size_t block = add_block(BlockKind::heading, lines.front().number, underline);
    ast_.blocks[block].level = cmark_node_get_heading_level(node);
    ast_.blocks[block].setext = true;
    pend(node, lines, block);
}

// A table is no paragraph, so the line that the core took for an underline is a break or a row.
void BlockReader::split_at_tables_and_underline(std::vector<ContentLine> lines, std::size_t underline) {
    const ContentLine last = content_line(std::min(underline, lines_.count()));
    const bool rule = is_rule(last.content.text);
    if (!rule) lines.push_back(last);
    split_at_tables(lines);
    if (rule) add_block(BlockKind::thematic_break, last.number, last.number);
}

void BlockReader::paragraph(cmark_node* node) {
    const std::string_view content = content_of(node);
    const std::size_t first = start_line(node);
    if (content.size() > kTableBytes * limits_.paragraph_bytes) {
        return check_size(content.size(), first, "a paragraph's bytes");
    }
    const std::vector<ContentLine> lines = content_lines(node, content);
    if (lines.empty()) return;
    if (!find_table(lines)) return text_paragraph(node, lines);
    cmark_node_set_string_content(node, "");
    split_at_tables(lines);
}

void BlockReader::split_at_tables(const std::vector<ContentLine>& lines) {
    const auto part = [&lines](std::size_t begin, std::size_t end) {
        const auto at = [&lines](std::size_t index) {
            return lines.begin() + static_cast<std::ptrdiff_t>(index);
        };
        return std::vector<ContentLine>(at(begin), at(end));
    };
    std::size_t begin = 0;
    while (const auto extent = find_table(lines, begin)) {
        if (extent->header > begin) text_paragraph(nullptr, part(begin, extent->header));
        table(part(extent->header, extent->end), extent->columns);
        begin = extent->end;
        if (error_ || begin == lines.size()) return;
        if (is_html_line(lines[begin].content.text)) return html_rest(part(begin, lines.size()));
    }
    text_paragraph(nullptr, part(begin, lines.size()));
}

void BlockReader::text_paragraph(cmark_node* node, const std::vector<ContentLine>& lines) {
    const std::string content = joined(lines);
    check_size(content.size(), lines.front().number, "a paragraph's bytes");
    if (error_) return;
    const std::size_t block = add_block(BlockKind::paragraph, lines.front().number, lines.back().number);
    for (const ContentLine& line : lines) ast_.blocks[block].lazy.push_back(line.lazy);
    pend(node != nullptr ? node : new_fragment(content), lines, block);
}

void BlockReader::html_rest(const std::vector<ContentLine>& lines) {
    const std::size_t block = add_block(BlockKind::html, lines.front().number, lines.back().number);
    for (const ContentLine& line : lines) ast_.blocks[block].lines.push_back(verbatim_text(line.content));
}

cmark_node* BlockReader::new_fragment(const std::string& content) {
    cmark_node* fragment = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, memory_);
    cmark_node_set_string_content(fragment, content.c_str());
    fragments_.push_back(fragment);
    return fragment;
}

void BlockReader::table(const std::vector<ContentLine>& lines, std::size_t columns) {
    const std::size_t block = add_block(BlockKind::table, lines.front().number, lines.back().number);
    for (std::size_t line = 0; line < lines.size() && !error_; ++line) {
        check_size(lines[line].content.text.size(), lines[line].number, "a table row's bytes");
        if (line != 1 && !error_) table_row(block, lines[line], columns);
    }
}

void BlockReader::table_row(std::size_t block, const ContentLine& line, std::size_t columns) {
    std::vector<MappedLine> cells = split_row(line.content, pool_);
    if (cells.size() < columns) padded_cells_ += columns - cells.size();
    if (padded_cells_ > kPaddedCells) {
        error_ = past_limit("the number of missing table cells", line.number, kPaddedCells);
        return;
    }
    const base::Span cut_off = past_the_last_column(cells, columns);
    cells.resize(columns, MappedLine{{}, {line.content.source.end, line.content.source.end}, {}});
    ast_.blocks[block].rows.push_back({{}, line.content.source, cut_off});
    std::vector<Text>& texts = ast_.blocks[block].rows.back().cells;
    texts.reserve(columns);
    for (std::size_t column = 0; column < columns; ++column) {
        texts.push_back(cell_text(block, column, std::move(cells[column])));
    }
}

Text BlockReader::cell_text(std::size_t block, std::size_t column, MappedLine cell) {
    Text text;
    if (!has_markup(cell.text)) return verbatim_text(cell);
    text.source = cell.source;
    const std::size_t row = ast_.blocks[block].rows.size() - 1;
    cmark_node* node = new_fragment(std::string(cell.text));
    inlines_.push_back({node, {std::move(cell)}, block, true, row, column});
    return text;
}

void BlockReader::code(cmark_node* node) {
    const std::size_t first = start_line(node);
    const std::size_t block = add_block(BlockKind::code, first, first);
    int length = 0;
    int offset = 0;
    char character = 0;
    ast_.blocks[block].fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0;
    literals_.push_back({node, block, first, containers_});
}

void BlockReader::finish() {
    for (const PendingLines& pending : literals_) {
        if (ast_.blocks[pending.block].kind == BlockKind::html) {
            finish_html(pending);
        } else {
            finish_code(pending);
        }
    }
    for (const PendingInlines& pending : inlines_) {
        Block& block = ast_.blocks[pending.block];
        InlineText text = read_inlines(pending.node, pending.lines, block.source, memory_);
        for (Link& link : text.links) link.block = pending.block;
        ast_.links.insert(ast_.links.end(), text.links.begin(), text.links.end());
        if (pending.cell) {
            block.rows[pending.row].cells[pending.column] = std::move(text.lines.front());
        } else {
            block.lines = std::move(text.lines);
        }
    }
    for (std::size_t index = ast_.blocks.size(); index-- > 1;) {
        Block& parent = ast_.blocks[ast_.blocks[index].parent];
        parent.source = base::join(parent.source, ast_.blocks[index].source);
    }
}

bool BlockReader::closes_fence(const PendingLines& pending, std::size_t number) const {
    int length = 0;
    int offset = 0;
    char character = 0;
    cmark_node_get_fenced(pending.node, &length, &offset, &character);
    if (number > lines_.count()) return false;
    Entry entry = enter_containers(lines_.line(number), number, pending.containers);
    if (entry.lazy || entry.cursor.indent() >= kCodeIndent) return false;
    entry.cursor.skip_blanks();
    const std::string_view rest = entry.cursor.rest();
    const std::size_t run = std::min(rest.find_first_not_of(character), rest.size());
    return run >= static_cast<std::size_t>(length) &&
           rest.find_first_not_of(" \t", run) == std::string_view::npos;
}

void BlockReader::finish_code(const PendingLines& pending) {
    Block& block = ast_.blocks[pending.block];
    int length = 0;
    int fence_offset = 0;
    char character = 0;
    cmark_node_get_fenced(pending.node, &length, &fence_offset, &character);
    const std::string_view literal = cmark_node_get_literal(pending.node);
    const auto count = static_cast<std::size_t>(std::count(literal.begin(), literal.end(), '\n'));
    const std::size_t first = pending.first_line + (block.fenced ? 1 : 0);
    const std::size_t end = std::min(first + count, lines_.count() + 1);
    for (std::size_t number = first; number < end; ++number) {
        const MappedLine line = lines_.mapped(number);
        Entry entry = enter_containers(line.text, number, pending.containers);
        if (!block.fenced) entry.cursor.skip_columns(std::min(entry.cursor.indent(), kCodeIndent));
        for (int column = 0; block.fenced && column < fence_offset && entry.cursor.at_blank(); ++column) {
            entry.cursor.skip_columns(1);
        }
        block.lines.push_back(literal_line(line, entry.cursor));
    }
    if (block.fenced) {
        block.info = cmark_node_get_fence_info(pending.node);
        block.closed = closes_fence(pending, end);
    }
    block.source = whole_lines(pending.first_line,
                               std::max(pending.first_line, block.closed && block.fenced ? end : end - 1));
}

void BlockReader::finish_html(const PendingLines& pending) {
    Block& block = ast_.blocks[pending.block];
    const std::string_view literal = cmark_node_get_literal(pending.node);
    const auto count = static_cast<std::size_t>(std::count(literal.begin(), literal.end(), '\n'));
    const std::size_t end = std::min(pending.first_line + count, lines_.count() + 1);
    for (std::size_t number = pending.first_line; number < end; ++number) {
        const MappedLine line = lines_.mapped(number);
        block.lines.push_back(
            literal_line(line, enter_containers(line.text, number, pending.containers).cursor));
    }
    block.source = whole_lines(pending.first_line, std::max(pending.first_line, end - 1));
}

} // namespace docs_lint::markdown
