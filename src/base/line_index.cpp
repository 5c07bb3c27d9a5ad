#include "base/line_index.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cassert>

namespace docs_lint::base {

LineIndex::LineIndex(std::string_view text) {
    std::size_t begin = 0;
    std::size_t line_feed = text.find('\n'); // each is looked for by itself, which is quick
    std::size_t carriage_return = text.find('\r');
    while (line_feed != text.npos || carriage_return != text.npos) {
        const std::size_t end = std::min(line_feed, carriage_return);
        lines_.push_back({begin, end});
        begin = end + (end + 1 == line_feed ? 2 : 1); // both of them end one line
        if (line_feed != text.npos && line_feed < begin) line_feed = text.find('\n', begin);
        if (carriage_return != text.npos && carriage_return < begin) carriage_return = text.find('\r', begin);
    }
    if (begin < text.size() || lines_.empty()) lines_.push_back({begin, text.size()});
}

Span LineIndex::line(std::size_t line) const {
    assert(line >= 1 && line <= lines_.size());
    return lines_[line - 1];
}

std::size_t LineIndex::line_of(std::size_t offset) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset,
                                        [](std::size_t at, const Span& line) { return at < line.begin; });
    return after == lines_.begin() ? 1 : static_cast<std::size_t>(after - lines_.begin());
}

Position LineIndex::position(std::string_view text, std::size_t offset) const {
    const std::size_t number = line_of(offset);
    const Span content = line(number);
    const std::size_t end = std::min({offset, content.end, text.size()});
    return {number, 1 + count_code_points(text.substr(content.begin, end - content.begin))};
}

} // namespace docs_lint::base
