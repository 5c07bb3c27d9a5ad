#include "server/anchors.hpp"

#include <algorithm>
#include <optional>

namespace docs_lint::server {
namespace {

using diagnostics::Location;

/// Number from 1.
std::optional<std::size_t> nearest_line(const EditedText& text, std::size_t wanted,
                                        std::string_view content) {
    std::optional<std::size_t> nearest;
    const auto distance = [wanted](std::size_t line) {
        return line > wanted ? line - wanted : wanted - line;
    };
    for (std::size_t line = 1; line <= text.line_count(); ++line) {
        if (text.line_text(line - 1) != content) continue;
        if (!nearest || distance(line) < distance(*nearest)) nearest = line;
    }
    return nearest;
}

void move_to(Location& location, std::size_t line) {
    location.end.line = line + (location.end.line - location.begin.line);
    location.begin.line = line;
}

bool is_whole_document(const Location& location) {
    return location.line_text.empty() && location.begin == location.end && location.begin == base::Position{};
}

EditorPosition in_quoted_line(const Location& location, base::Position place, Encoding encoding) {
    return {place.line - 1, units_of_code_points(location.line_text, place.column - 1, encoding)};
}

} // namespace

Location anchored(Location location, const EditedText& text) {
    const bool is_elsewhere = !location.commit.empty();
    const std::size_t line = location.begin.line;
    if (is_whole_document(location)) return location;
    if (const auto found = nearest_line(text, line, location.line_text)) {
        move_to(location, *found);
        return location;
    }
    if (is_elsewhere) return diagnostics::whole_document(location.path, location.commit);
    move_to(location, std::min(line, text.line_count()));
    return location;
}

EditorRange range_in(const Location& location, const EditedText& text) {
    EditorRange range{text.position(location.begin), text.position(location.end)};
    if (range.begin == range.end)
        range.end.character = units_in(text.line_text(range.begin.line), text.encoding());
    return range;
}

EditorRange range_elsewhere(const Location& location, Encoding encoding) {
    EditorRange range{in_quoted_line(location, location.begin, encoding), {}};
    range.end = location.end.line == location.begin.line
                    ? in_quoted_line(location, location.end, encoding)
                    : EditorPosition{range.begin.line, units_in(location.line_text, encoding)};
    return range;
}

} // namespace docs_lint::server
