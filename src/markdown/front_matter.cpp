#include "markdown/front_matter.hpp"

namespace docs_lint::markdown {
namespace {

std::string_view line_of(std::string_view text, const base::LineIndex& lines, std::size_t number) {
    const base::Span span = lines.line(number);
    std::string_view line = text.substr(span.begin, span.size());
    if (number == 1 && line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

} // namespace

std::size_t front_matter_end(std::string_view text, const base::LineIndex& lines) {
    if (line_of(text, lines, 1) != "---") return 0;
    for (std::size_t number = 2; number <= lines.line_count(); ++number) {
        const std::string_view line = line_of(text, lines, number);
        if (line == "---" || line == "...") return number;
    }
    return 0;
}

} // namespace docs_lint::markdown
