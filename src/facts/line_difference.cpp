#include "facts/line_difference.hpp"

#include "base/line_index.hpp"
#include "base/text.hpp"
#include "git/unified_diff.hpp"

#include <algorithm>
#include <unordered_map>

namespace docs_lint::facts {
namespace {

/// Whole lines with their endings, so that a change of line endings is a difference, too.
std::vector<base::Span> whole_lines(std::string_view text) {
    std::vector<base::Span> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t newline = text.find('\n', begin);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
        lines.push_back({begin, end});
        begin = end;
    }
    return lines;
}

std::string_view content(std::string_view text, base::Span line) {
    return text.substr(line.begin, line.size());
}

std::unordered_map<std::string_view, std::size_t> count_lines(std::string_view text) {
    std::unordered_map<std::string_view, std::size_t> counts;
    for (const base::Span line : whole_lines(text)) ++counts[base::trim(content(text, line))];
    return counts;
}

} // namespace

FirstDifference first_difference(std::string_view old_text, std::string_view new_text) {
    const auto old_lines = whole_lines(old_text);
    const auto new_lines = whole_lines(new_text);
    const std::size_t shortest = std::min(old_lines.size(), new_lines.size());
    std::size_t first = 0;
    while (first < shortest && content(old_text, old_lines[first]) == content(new_text, new_lines[first]))
        ++first;
    std::size_t tail = 0;
    while (tail < shortest - first && content(old_text, old_lines[old_lines.size() - 1 - tail]) ==
                                          content(new_text, new_lines[new_lines.size() - 1 - tail]))
        ++tail;
    FirstDifference difference;
    // Between the two there may be lines that nobody touched.
    difference.changed_lines =
        git::lines_taken_out(old_text, new_text).value_or(old_lines.size() - first - tail);
    difference.in_new =
        first < new_lines.size() ? new_lines[first] : base::Span{new_text.size(), new_text.size()};
    const auto line = content(new_text, difference.in_new);
    difference.in_new.end -= line.size() - line.find_last_not_of("\r\n") - 1;
    return difference;
}

std::vector<base::Span> lines_only_in(std::string_view text, std::string_view other) {
    auto held = count_lines(other);
    std::vector<base::Span> only;
    for (const base::Span line : whole_lines(text)) {
        const auto trimmed = base::trim(content(text, line));
        if (const auto found = held.find(trimmed); found != held.end() && found->second > 0)
            --found->second;
        else if (!trimmed.empty())
            only.push_back(line);
    }
    return only;
}

double shared_lines(std::string_view text, std::string_view other) {
    const auto lines = whole_lines(text);
    const auto filled =
        static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](base::Span line) {
            return !base::trim(content(text, line)).empty();
        }));
    if (filled == 0) return 0;
    return 1.0 - static_cast<double>(lines_only_in(text, other).size()) / static_cast<double>(filled);
}

} // namespace docs_lint::facts
