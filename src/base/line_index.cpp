#include "base/line_index.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cassert>

namespace docs_lint::base {

LineIndex::LineIndex(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\n' && text[at] != '\r') continue;
        lines_.push_back({begin, at});
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
        begin = at + 1;
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
