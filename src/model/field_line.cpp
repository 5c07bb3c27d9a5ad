#include "model/field_line.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <string_view>

namespace docs_lint::model {
namespace {

using markdown::Piece;
using markdown::Text;

constexpr std::size_t kLongestKey = 60;
constexpr std::size_t kMostWords = 6;

bool is_key(std::string_view key) {
    if (key.empty() || key.size() > kLongestKey) return false;
    if (key.find_first_of(".?!;\"|") != std::string_view::npos) return false;
    return base::split(base::collapse_blanks(key), ' ').size() <= kMostWords;
}

std::size_t end_of_piece(const Text& line, std::size_t at) {
    return at + 1 < line.pieces.size() ? line.pieces[at + 1].offset : line.text.size();
}

/// A bold run from piece `at` on: where it ends in the text, and the piece behind it.
struct BoldRun {
    std::size_t end = 0;
    std::size_t next = 0;
};

BoldRun bold_run(const Text& line, std::size_t at) {
    BoldRun run{line.pieces[at].offset, at};
    while (run.next < line.pieces.size() && line.pieces[run.next].strong)
        run.end = end_of_piece(line, run.next++);
    return run;
}

bool is_bold_key(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view run = base::trim(text.substr(begin, end - begin));
    if (run.empty()) return false;
    const bool inside = run.back() == ':' && is_key(base::trim(run.substr(0, run.size() - 1)));
    const bool behind = end < text.size() && text[end] == ':' && is_key(run);
    return inside || behind;
}

/// Where the fields of a line begin: at its front, and at each further bold key.
std::vector<std::size_t> field_begins(const Text& line) {
    std::vector<std::size_t> begins{0};
    for (std::size_t at = 0; at < line.pieces.size();) {
        if (!line.pieces[at].strong) {
            ++at;
            continue;
        }
        const std::size_t begin = line.pieces[at].offset;
        const BoldRun run = bold_run(line, at);
        const bool apart =
            begin > 0 && std::string_view(" \t|,;").find(line.text[begin - 1]) != std::string_view::npos;
        if (apart && is_bold_key(line.text, begin, run.end)) begins.push_back(begin);
        at = run.next;
    }
    return begins;
}

base::Span without_joint(std::string_view text, base::Span span) {
    for (bool cut = true; cut;) {
        span = trim(text, span);
        cut = false;
        for (const std::string_view joint : {"|", "·", "•"}) {
            const bool found =
                span.size() >= joint.size() && text.substr(span.end - joint.size(), joint.size()) == joint;
            if (found) span.end -= joint.size(), cut = true;
        }
    }
    return span;
}

std::optional<FieldLine> read_field(const Text& part) {
    const std::string_view text = part.text;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const base::Span key = trim(text, {0, colon});
    if (!is_key(text.substr(key.begin, key.size()))) return std::nullopt;
    const Piece* first = part.piece_at(key.begin);
    FieldLine field;
    field.bold = first != nullptr && first->strong;
    const bool apart = colon + 1 == text.size() || text[colon + 1] == ' ' || text[colon + 1] == '\t';
    if (!apart && !field.bold) return std::nullopt;
    field.key = part.slice(key);
    field.value = part.slice(trim(text, {colon + 1, text.size()}));
    return field;
}

} // namespace

std::vector<FieldLine> read_field_line(const Text& line) {
    std::vector<FieldLine> fields;
    auto begins = field_begins(line);
    begins.push_back(line.text.size());
    for (std::size_t at = 0; at + 1 < begins.size(); ++at) {
        base::Span span{begins[at], begins[at + 1]};
        if (line.text.find(':', span.begin) >= span.end) return {}; // most lines
        if (at + 2 < begins.size()) span = without_joint(line.text, span);
        const auto field = read_field(line.slice(trim(line.text, span)));
        if (!field) return {};
        fields.push_back(*field);
    }
    return fields;
}

} // namespace docs_lint::model
