#include "model/footnotes.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <set>
#include <string>

namespace docs_lint::model {
namespace {

using markdown::Text;

constexpr std::size_t kMostNotes = 20; ///< each is looked for in the whole document

re2::StringPiece as_input(std::string_view text) {
    return {text.data(), text.size()};
}

Text as_written(std::string_view line, std::string_view document) {
    const auto begin = static_cast<std::size_t>(line.data() - document.data());
    const base::Span source{begin, begin + line.size()};
    return {std::string(line), {{0, source}}, source};
}

/// From the label's colon to the first blank line behind which nothing is indented as a part of it.
void add_note(std::vector<Text>& lines, const std::string& label, std::string_view document) {
    const re2::RE2 definition("(?mi)^[> \\t]*\\[\\^" + re2::RE2::QuoteMeta(label) +
                              "\\]:[ \\t]*(.*(?:\\n(?:\\s*\\n)?(?: {4}|\\t).*|\\n.*\\S.*)*)");
    re2::StringPiece note;
    if (!re2::RE2::PartialMatch(as_input(document), definition, &note)) return;
    for (const std::string_view whole : base::split(std::string_view(note.data(), note.size()), '\n')) {
        const std::string_view line = base::trim(whole);
        if (line.starts_with("[^")) return; // the next note
        if (!line.empty()) lines.push_back(as_written(line, document));
    }
}

} // namespace

std::vector<Text> footnotes_of(base::Span part, std::string_view document) {
    std::vector<Text> lines;
    const std::size_t end =
        std::min(document.find('\n', part.end), document.size()); // a mark's bracket is no text
    const std::string_view text = document.substr(part.begin, end - part.begin);
    if (text.find("[^") == std::string_view::npos) return lines;
    static const re2::RE2 mark(R"(\[\^([^\]\s]{1,100})\])");
    re2::StringPiece rest = as_input(text);
    std::set<std::string> seen;
    for (std::string label; seen.size() < kMostNotes && re2::RE2::FindAndConsume(&rest, mark, &label);)
        if (seen.insert(label).second) add_note(lines, label, document);
    return lines;
}

} // namespace docs_lint::model
