#include "model/text_tools.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::model {
namespace {

using markdown::Piece;
using markdown::Text;

constexpr std::string_view kEmphasis = "*_`";

struct KnownGlyph {
    std::string_view bytes;
    Glyph glyph;
};

constexpr std::array kGlyphs = {
    KnownGlyph{"✅", Glyph::positive},  KnownGlyph{"✔", Glyph::positive},    KnownGlyph{"✓", Glyph::positive},
    KnownGlyph{"☑", Glyph::positive},  KnownGlyph{"🟢", Glyph::positive}, KnownGlyph{"👍", Glyph::positive},
    KnownGlyph{"👎", Glyph::negative},  KnownGlyph{"🛑", Glyph::negative}, KnownGlyph{"❌", Glyph::negative},
    KnownGlyph{"✗", Glyph::negative},  KnownGlyph{"✘", Glyph::negative},    KnownGlyph{"✖", Glyph::negative},
    KnownGlyph{"⛔", Glyph::negative},  KnownGlyph{"🔴", Glyph::negative},    KnownGlyph{"🚫", Glyph::negative},
    KnownGlyph{"☒", Glyph::negative},  KnownGlyph{"🟡", Glyph::neutral},  KnownGlyph{"⏳", Glyph::neutral},
    KnownGlyph{"⌛", Glyph::neutral},   KnownGlyph{"☐", Glyph::neutral},     KnownGlyph{"⬜", Glyph::neutral},
    KnownGlyph{"🔵", Glyph::neutral},   KnownGlyph{"🟠", Glyph::neutral},  KnownGlyph{"⚠", Glyph::neutral},
    KnownGlyph{"⚪", Glyph::neutral},   KnownGlyph{"🔄", Glyph::neutral},     KnownGlyph{"🚧", Glyph::neutral},
    KnownGlyph{"⏸", Glyph::neutral}, KnownGlyph{"🔒", Glyph::neutral},     KnownGlyph{"🙅", Glyph::negative},
    KnownGlyph{"🆖", Glyph::negative},  KnownGlyph{"❎", Glyph::negative},    KnownGlyph{"❓", Glyph::neutral},
    KnownGlyph{"❔", Glyph::neutral},
};

constexpr std::string_view kVariationSelector = "\xEF\xB8\x8F";

bool is_blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

void append_piece(Text& joined, Piece piece, std::size_t shift) {
    piece.offset += shift;
    joined.pieces.push_back(piece);
}

void append_line(Text& joined, const Text& line) {
    if (!joined.text.empty()) {
        Piece joint;
        joint.offset = joined.text.size();
        joint.source = {joined.source.end, std::max(joined.source.end, line.source.begin)};
        joined.pieces.push_back(joint);
        joined.text += ' ';
    }
    for (const Piece& piece : line.pieces) append_piece(joined, piece, joined.text.size());
    joined.text += line.text;
    joined.source = joined.source.empty() ? line.source : base::join(joined.source, line.source);
}

bool is_harmless_spelling(std::string_view written) {
    return written == "&amp;" || (!written.empty() && (written.front() == '\\' || written.front() == ':'));
}

std::string_view part_of(std::string_view document, base::Span span) {
    if (span.empty() || span.end > document.size()) return {};
    return document.substr(span.begin, span.size());
}

bool ends_with(std::string_view text, base::Span span, std::string_view part) {
    return span.size() >= part.size() && text.substr(span.end - part.size(), part.size()) == part;
}

std::size_t glyph_before(std::string_view text, base::Span span) {
    if (static_cast<unsigned char>(text[span.end - 1]) < 0x80) return 0; // none is ASCII
    const std::size_t selector = ends_with(text, span, kVariationSelector) ? kVariationSelector.size() : 0;
    const base::Span inner{span.begin, span.end - selector};
    for (const KnownGlyph& known : kGlyphs)
        if (ends_with(text, inner, known.bytes)) return known.bytes.size() + selector;
    return 0;
}

bool counts_in_label(char byte) {
    switch (byte) {
    case ' ':
    case '\t':
    case '-':
    case '*':
    case '_':
    case '`':
        return false;
    default:
        return !is_blank(byte);
    }
}

char lower_letter(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// The bytes of a text, the case of ASCII letters apart: most phrases have one that it does not have.
class ByteSet {
public:
    explicit ByteSet(std::string_view text) {
        for (const char byte : text) set_.set(static_cast<unsigned char>(lower_letter(byte)));
    }

    [[nodiscard]] bool has_all_of(std::string_view phrase) const {
        return std::all_of(phrase.begin(), phrase.end(), [&](char byte) {
            return set_.test(static_cast<unsigned char>(lower_letter(byte)));
        });
    }

private:
    std::bitset<256> set_;
};

} // namespace

Text join_lines(const std::vector<Text>& lines) {
    Text joined;
    for (const Text& line : lines)
        if (!line.empty()) append_line(joined, line);
    return joined;
}

std::vector<Text> split_at_breaks(const Text& text) {
    std::vector<Text> lines;
    std::size_t begin = 0;
    for (const Piece& piece : text.pieces) {
        if (piece.verbatim || piece.hard_blank || text.text[piece.offset] != ' ') continue;
        lines.push_back(text.slice({begin, piece.offset}));
        begin = piece.offset + 1;
    }
    lines.push_back(text.slice({begin, text.text.size()}));
    return lines;
}

bool is_written_plainly(const Text& text, std::string_view document) {
    std::optional<std::size_t> behind; // the markup between two pieces begins here
    for (const Piece& piece : text.pieces) {
        const bool as_it_reads = piece.verbatim || piece.hard_blank;
        if (!as_it_reads && !is_harmless_spelling(part_of(document, piece.source))) return false;
        const bool gap = behind && *behind < piece.source.begin;
        if (gap && part_of(document, {*behind, piece.source.begin}).find('<') != std::string_view::npos)
            return false;
        if (gap && word_ends_at(text.text, piece.offset) && word_begins_at(text.text, piece.offset))
            return false;
        behind = piece.source.end;
    }
    return true;
}

bool has_invisible_character(std::string_view text) {
    std::string without_tabs(text);
    std::replace(without_tabs.begin(), without_tabs.end(), '\t', ' ');
    return base::escape_invisible(without_tabs) != without_tabs;
}

std::string label_key(std::string_view text) {
    std::string key;
    for (const char byte : text)
        if (counts_in_label(byte)) key += lower_letter(byte);
    return key;
}

bool is_same_label(std::string_view left, std::string_view right) {
    std::size_t at = 0;
    for (const char byte : left) {
        if (!counts_in_label(byte)) continue;
        while (at < right.size() && !counts_in_label(right[at])) ++at;
        if (at == right.size() || lower_letter(right[at]) != lower_letter(byte)) return false;
        ++at;
    }
    return std::none_of(right.begin() + static_cast<std::ptrdiff_t>(at), right.end(), counts_in_label);
}

bool matches_label(std::string_view text, const std::vector<std::string>& labels) {
    return std::any_of(labels.begin(), labels.end(),
                       [&](const std::string& label) { return is_same_label(text, label); });
}

std::optional<LabelledLine> split_label(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    base::Span label = trim(line, {0, colon});
    base::Span value{colon + 1, line.size()};
    std::size_t marks = 0;
    while (!label.empty() && kEmphasis.find(line[label.begin]) != std::string_view::npos)
        ++label.begin, ++marks;
    while (!label.empty() && kEmphasis.find(line[label.end - 1]) != std::string_view::npos) --label.end;
    for (; marks > 0 && !value.empty() && kEmphasis.find(line[value.begin]) != std::string_view::npos;
         --marks)
        ++value.begin;
    if (label.empty()) return std::nullopt;
    return LabelledLine{trim(line, label), trim(line, value)};
}

base::Span trim(std::string_view text, base::Span span) {
    while (!span.empty() && is_blank(text[span.begin])) ++span.begin;
    while (!span.empty() && is_blank(text[span.end - 1])) --span.end;
    return span;
}

GlyphMention glyph_at(std::string_view text) {
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return {}; // none is ASCII
    for (const KnownGlyph& known : kGlyphs) {
        if (text.substr(0, known.bytes.size()) != known.bytes) continue;
        const bool selector =
            text.substr(known.bytes.size(), kVariationSelector.size()) == kVariationSelector;
        return {known.glyph, known.bytes.size() + (selector ? kVariationSelector.size() : 0)};
    }
    return {};
}

base::Span trim_glyphs(std::string_view text, base::Span span) {
    for (;;) {
        span = trim(text, span);
        if (span.empty()) return span;
        const std::size_t front = glyph_at(text.substr(span.begin, span.size())).size;
        span.begin += front;
        const std::size_t back = span.empty() ? 0 : glyph_before(text, span);
        span.end -= back;
        if (front == 0 && back == 0) return span;
    }
}

std::string without_glyphs(std::string_view text) {
    const base::Span kept = trim_glyphs(text, {0, text.size()});
    return std::string(text.substr(kept.begin, kept.size()));
}

std::size_t dash_at(std::string_view text, std::size_t at) {
    const std::string_view three = text.substr(at, 3);
    if (three == "—" || three == "–" || three == "―") return 3;
    if (at == 0 || !is_blank(text[at - 1]) || text[at] != '-') return 0;
    const std::size_t end = std::min(text.find_first_not_of('-', at), text.size());
    return end == text.size() || is_blank(text[end]) ? end - at : 0;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && base::equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool word_begins_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const base::CodePoint point = base::decode_code_point(text.substr(at));
    if (point.size == 1 && point.valid) return is_letter(text[at]) || is_digit(text[at]) || text[at] == '_';
    const bool symbol = (point.value >= 0x2000 && point.value < 0x2C00) || point.value >= 0x1F000 ||
                        (point.value >= 0x3000 && point.value < 0x3040) || point.value < 0xC0 ||
                        (point.value >= 0xFE00 && point.value < 0xFE10);
    return !point.valid || !symbol;
}

bool word_ends_at(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    return word_begins_at(text, begin);
}

std::optional<std::size_t> find_word(std::string_view text, std::string_view part, std::size_t from) {
    if (part.empty()) return std::nullopt;
    const bool word_first = word_begins_at(part, 0);
    const bool word_last = word_ends_at(part, part.size());
    for (auto at = base::find_ignoring_case(text, part, from); at;
         at = base::find_ignoring_case(text, part, *at + 1)) {
        const std::size_t end = *at + part.size();
        if (!(word_first && word_ends_at(text, *at)) && !(word_last && word_begins_at(text, end))) return at;
    }
    return std::nullopt;
}

bool mentions_any(std::string_view text, const std::vector<std::string>& phrases) {
    const ByteSet bytes(text);
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
        return bytes.has_all_of(phrase) && base::find_ignoring_case(text, phrase).has_value();
    });
}

bool contains_any_word(std::string_view text, const std::vector<std::string>& phrases) {
    const ByteSet bytes(text);
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
        return bytes.has_all_of(phrase) && find_word(text, phrase).has_value();
    });
}

bool is_blank_or_dash(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view three = text.substr(at, 3);
        const bool dash = three == "—" || three == "–" || three == "―";
        if (!dash && text[at] != '-' && !is_blank(text[at])) return false;
        at += dash ? 3 : 1;
    }
    return true;
}

namespace {

/// `P2 → P0`, `P2 or P0`, `P2 P0`: the more urgent one of two that stand beside each other.
std::optional<std::string> graver_of_two(const std::string& text) {
    static const re2::RE2 pattern(
        R"((?i)\bP[ -]?([0-9])[\s)*_`]*(?:→|⟶|➔|➜|->|=>|-|–|/|or\b|to\b)?[\s(*_`]*P[ -]?([0-9])\b)");
    std::string left;
    std::string right;
    if (!re2::RE2::PartialMatch(text, pattern, &left, &right)) return std::nullopt;
    return "P" + std::min(left, right);
}

/// `P０` in wide digits, `PO` with a letter: what a careless reader takes for a priority.
std::string look_alike_priority(const std::string& text) {
    static const re2::RE2 pattern(R"(\s*p[ -]?([0-9o])\s*)");
    std::string digit;
    if (!re2::RE2::FullMatch(base::fold_look_alikes(text), pattern, &digit)) return {};
    return digit == "o" ? "P0" : "P" + digit;
}

} // namespace

std::string priority_in(const std::string& text) {
    if (auto graver = graver_of_two(text)) return *graver;
    static const re2::RE2 pattern(R"(\b(?:not [Pp][0-9][, ]*(?:but )?)?([Pp])[ -]?([0-9])\b)");
    static const re2::RE2 number(R"(\s*(?:[Pp]riority\s*)?([0-9])\s*)");
    std::string letter = "P";
    std::string digit;
    const bool found =
        re2::RE2::PartialMatch(text, pattern, &letter, &digit) || re2::RE2::FullMatch(text, number, &digit);
    return found ? letter + digit : look_alike_priority(text);
}

} // namespace docs_lint::model
