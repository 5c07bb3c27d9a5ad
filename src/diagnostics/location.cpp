#include "diagnostics/location.hpp"

#include <utility>

namespace docs_lint::diagnostics {

Location locate(std::string path, std::string_view text, const base::LineIndex& lines, base::Span span) {
    Location location;
    location.path = std::move(path);
    location.begin = lines.position(text, span.begin);
    location.end = lines.position(text, span.end < span.begin ? span.begin : span.end);
    const base::Span line = lines.line(location.begin.line);
    location.line_text = std::string(text.substr(line.begin, line.size()));
    return location;
}

Location whole_document(std::string path, std::string commit) {
    Location location;
    location.path = std::move(path);
    location.commit = std::move(commit);
    return location;
}

} // namespace docs_lint::diagnostics
