#include "server/positions.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace docs_lint::server {
namespace {

constexpr char32_t kFirstOfTwoUnits = 0x10000;

std::size_t units_of(const base::CodePoint& character, Encoding encoding) {
    if (encoding == Encoding::utf16) return character.value >= kFirstOfTwoUnits ? 2 : 1;
    constexpr std::size_t kReplacementCharacter = 3;
    return character.valid ? character.size : kReplacementCharacter;
}

std::vector<base::Span> lines_of(std::string_view text) {
    const base::LineIndex index(text);
    std::vector<base::Span> lines;
    lines.reserve(index.line_count() + 1);
    for (std::size_t line = 1; line <= index.line_count(); ++line) lines.push_back(index.line(line));
    if (!text.empty() && (text.back() == '\n' || text.back() == '\r')) // editors show one more
        lines.push_back({text.size(), text.size()});
    return lines;
}

} // namespace

std::string_view to_string(Encoding encoding) {
    return encoding == Encoding::utf8 ? "utf-8" : "utf-16";
}

std::size_t units_in(std::string_view text, Encoding encoding) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto character = base::decode_code_point(text.substr(at));
        units += units_of(character, encoding);
        at += character.size;
    }
    return units;
}

std::size_t offset_in_line(std::string_view line, std::size_t units, Encoding encoding) {
    std::size_t at = 0;
    for (std::size_t passed = 0; at < line.size();) {
        const auto character = base::decode_code_point(line.substr(at));
        passed += units_of(character, encoding);
        if (passed > units) break;
        at += character.size;
    }
    return at;
}

std::size_t units_of_code_points(std::string_view line, std::size_t code_points, Encoding encoding) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < line.size() && code_points > 0; --code_points) {
        const auto character = base::decode_code_point(line.substr(at));
        units += units_of(character, encoding);
        at += character.size;
    }
    return units;
}

EditedText::EditedText(std::string text, Encoding encoding)
    : text_(std::move(text)), encoding_(encoding), lines_(lines_of(text_)) {}

base::Span EditedText::line(std::size_t number) const {
    assert(number < lines_.size());
    return lines_[number];
}

std::string_view EditedText::line_text(std::size_t number) const {
    const base::Span span = line(number);
    return std::string_view(text_).substr(span.begin, span.size());
}

std::size_t EditedText::offset(EditorPosition position) const {
    if (position.line >= lines_.size()) return text_.size();
    return line(position.line).begin +
           offset_in_line(line_text(position.line), position.character, encoding_);
}

EditorPosition EditedText::position(std::size_t offset) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset,
                                        [](std::size_t at, base::Span line) { return at < line.begin; });
    const auto number = static_cast<std::size_t>(after - lines_.begin()) - 1;
    const base::Span content = line(number);
    const std::size_t end = std::min(offset, content.end);
    return {number, units_in(std::string_view(text_).substr(content.begin, end - content.begin), encoding_)};
}

EditorRange EditedText::range(base::Span span) const {
    return {position(span.begin), position(std::max(span.begin, span.end))};
}

EditorPosition EditedText::position(base::Position position) const {
    if (position.line == 0 || position.line > lines_.size()) return this->position(text_.size());
    const std::size_t number = position.line - 1;
    return {number, units_of_code_points(line_text(number), position.column - 1, encoding_)};
}

} // namespace docs_lint::server
