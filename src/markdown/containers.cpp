#include "markdown/containers.hpp"

#include <algorithm>

namespace docs_lint::markdown {
namespace {

constexpr std::size_t kTabStop = 4;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t marker_size(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == '-' || text[0] == '*' || text[0] == '+') return 1;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 9 && is_digit(text[digits])) ++digits;
    const bool ends = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    return ends ? digits + 1 : 0;
}

bool enter_quote(LineCursor& cursor) {
    LineCursor trial = cursor;
    const std::size_t indent = cursor.indent();
    trial.skip_blanks();
    if (indent > 3 || trial.peek() != '>') return false;
    trial.skip_bytes(1);
    if (trial.at_blank()) trial.skip_columns(1);
    cursor = trial;
    return true;
}

bool continue_item(LineCursor& cursor, std::size_t width) {
    if (cursor.indent() >= width) {
        cursor.skip_columns(width);
        return true;
    }
    if (!cursor.blank()) return false;
    cursor.skip_blanks();
    return true;
}

bool enter(LineCursor& cursor, const Container& container, std::size_t number) {
    if (container.kind == BlockKind::block_quote) return enter_quote(cursor);
    if (number == container.first_line) return open_item(cursor) != 0;
    return continue_item(cursor, container.width);
}

} // namespace

std::size_t LineCursor::indent() const {
    std::size_t column = column_;
    for (std::size_t at = offset_; at < line_.size(); ++at) {
        if (line_[at] == ' ') {
            ++column;
        } else if (line_[at] == '\t') {
            column += kTabStop - column % kTabStop;
        } else {
            break;
        }
    }
    return column - column_;
}

bool LineCursor::blank() const {
    return line_.find_first_not_of(" \t", offset_) == std::string_view::npos;
}

std::size_t LineCursor::columns_left_of_tab() const {
    return inside_tab_ ? kTabStop - column_ % kTabStop : 0;
}

void LineCursor::skip_columns(std::size_t count) {
    while (count > 0 && !at_end()) {
        const std::size_t width = line_[offset_] == '\t' ? kTabStop - column_ % kTabStop : 1;
        const std::size_t step = std::min(count, width);
        inside_tab_ = step < width;
        column_ += step;
        offset_ += inside_tab_ ? 0 : 1;
        count -= step;
    }
}

void LineCursor::skip_bytes(std::size_t count) {
    for (; count > 0 && !at_end(); --count) {
        column_ += line_[offset_] == '\t' ? kTabStop - column_ % kTabStop : 1;
        ++offset_;
        inside_tab_ = false;
    }
}

void LineCursor::skip_blanks() {
    while (at_blank()) skip_bytes(1);
}

std::size_t open_item(LineCursor& cursor) {
    const std::size_t indent = cursor.indent();
    LineCursor after = cursor;
    after.skip_blanks();
    const std::size_t marker = marker_size(after.rest());
    if (marker == 0) return 0;
    after.skip_bytes(marker);
    LineCursor content = after;
    while (content.column() - after.column() <= 5 && content.at_blank()) content.skip_columns(1);
    std::size_t padding = content.column() - after.column();
    if (padding >= 5 || padding < 1 || content.at_end()) {
        content = after;
        if (padding > 0) content.skip_columns(1);
        padding = 1;
    }
    cursor = content;
    return indent + marker + padding;
}

Entry enter_containers(std::string_view line, std::size_t number, const std::vector<Container>& containers) {
    Entry entry{LineCursor(line), false};
    for (const Container& container : containers) {
        if (!enter(entry.cursor, container, number)) {
            entry.lazy = true;
            break;
        }
    }
    return entry;
}

} // namespace docs_lint::markdown
