#include "support/text_difference.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <vector>

namespace docs_lint::tests {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
    std::istringstream stream(text);
    Lines lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    if (!text.empty() && text.back() != '\n') lines.back() += " (no line end)";
    return lines;
}

/// Length of the longest common subsequence of the lines from each pair of places on.
std::vector<Lines::size_type> common_lengths(const Lines& left, const Lines& right) {
    const std::size_t width = right.size() + 1;
    std::vector<std::size_t> length((left.size() + 1) * width, 0);
    for (std::size_t i = left.size(); i-- > 0;)
        for (std::size_t j = right.size(); j-- > 0;)
            length[i * width + j] = left[i] == right[j]
                                        ? length[(i + 1) * width + j + 1] + 1
                                        : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    return length;
}

} // namespace

std::string difference(const std::string& expected, const std::string& found) {
    if (expected == found) return {};
    const Lines left = lines_of(expected);
    const Lines right = lines_of(found);
    const auto length = common_lengths(left, right);
    const std::size_t width = right.size() + 1;
    std::string text;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < left.size() || j < right.size()) {
        if (i < left.size() && j < right.size() && left[i] == right[j]) {
            text += "  " + left[i++] + "\n";
            ++j;
        } else if (j == right.size() ||
                   (i < left.size() && length[(i + 1) * width + j] >= length[i * width + j + 1])) {
            text += "- " + left[i++] + "\n";
        } else {
            text += "+ " + right[j++] + "\n";
        }
    }
    return text;
}

} // namespace docs_lint::tests
