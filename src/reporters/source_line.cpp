#include "reporters/source_line.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

namespace docs_lint::reporters {
namespace {

constexpr std::string_view kCut = "...";

/// What a terminal shows for one code point.
struct Cell {
    std::string text;
    std::size_t width = 0;
};

std::vector<Cell> cells_of(std::string_view line) {
    std::vector<Cell> cells;
    while (!line.empty()) {
        const std::size_t size = base::decode_code_point(line).size;
        std::string text = base::escape_invisible(line.substr(0, size));
        const std::size_t width = base::display_width(text);
        cells.push_back({std::move(text), width});
        line.remove_prefix(size);
    }
    return cells;
}

std::size_t width_of(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
    std::size_t width = 0;
    for (std::size_t at = begin; at < end; ++at) width += cells[at].width;
    return width;
}

/// A run of cells that grows until it has no more room.
class Window {
public:
    Window(const std::vector<Cell>& cells, std::size_t at) : cells_(&cells), begin_(at), end_(at) {}

    void grow_right(std::size_t stop, std::size_t room) {
        while (end_ < stop && width_ + (*cells_)[end_].width <= room) width_ += (*cells_)[end_++].width;
    }

    void grow_left(std::size_t room) {
        while (begin_ > 0 && width_ + (*cells_)[begin_ - 1].width <= room)
            width_ += (*cells_)[--begin_].width;
    }

    [[nodiscard]] std::size_t begin() const { return begin_; }
    [[nodiscard]] std::size_t end() const { return end_; }

private:
    const std::vector<Cell>* cells_;
    std::size_t begin_, end_;
    std::size_t width_ = 0;
};

/// The marked range first, some of what stands before it, then all that fits.
Window choose_window(const std::vector<Cell>& cells, std::size_t mark_begin, std::size_t mark_end,
                     std::size_t room) {
    Window window(cells, mark_begin);
    window.grow_right(mark_end, room * 3 / 4);
    window.grow_left(room * 7 / 8);
    window.grow_right(cells.size(), room);
    window.grow_left(room);
    return window;
}

} // namespace

SourceLine show_source_line(const diagnostics::Location& location, std::size_t width) {
    const std::vector<Cell> cells = cells_of(location.line_text);
    const bool to_the_end = location.end.line > location.begin.line;
    const std::size_t mark_begin =
        std::min(std::max<std::size_t>(location.begin.column, 1) - 1, cells.size());
    const std::size_t wanted_end =
        to_the_end ? cells.size() : std::max<std::size_t>(location.end.column, 1) - 1;
    const std::size_t mark_end = std::clamp(wanted_end, mark_begin, cells.size());

    const bool fits = width_of(cells, 0, cells.size()) <= width;
    const std::size_t room =
        fits ? std::numeric_limits<std::size_t>::max() / 8 : width - std::min(width, 2 * kCut.size());
    const Window window = choose_window(cells, mark_begin, mark_end, room);

    SourceLine shown;
    if (window.begin() > 0) shown.text = kCut;
    shown.caret = shown.text.size() + width_of(cells, window.begin(), mark_begin);
    shown.caret_width =
        std::max<std::size_t>(1, width_of(cells, mark_begin, std::min(mark_end, window.end())));
    for (std::size_t at = window.begin(); at < window.end(); ++at) shown.text += cells[at].text;
    if (window.end() < cells.size()) shown.text += kCut;
    return shown;
}

} // namespace docs_lint::reporters
