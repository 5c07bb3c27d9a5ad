#include "markdown/source_lines.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace docs_lint::markdown {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool same_style(const Piece& left, const Piece& right) {
    return left.strong == right.strong && left.emphasised == right.emphasised && left.code == right.code;
}

bool needs_patches(std::string_view line) {
    return line.find('\0') != std::string_view::npos || base::find_invalid_utf8(line).has_value();
}

} // namespace

std::vector<Patch>::const_iterator MappedLine::patch_from(std::size_t offset) const {
    return std::upper_bound(patches.begin(), patches.end(), offset,
                            [](std::size_t at, const Patch& patch) { return at < patch.read.end; });
}

base::Span MappedLine::source_of(base::Span span) const {
    const auto written_before = [this](std::vector<Patch>::const_iterator patch, std::size_t offset) {
        if (patch == patches.begin()) return source.begin + offset;
        return std::prev(patch)->written.end + (offset - std::prev(patch)->read.end);
    };
    const auto first = patch_from(span.begin);
    const bool starts_inside = first != patches.end() && first->read.begin < span.begin;
    const std::size_t begin = starts_inside ? first->written.begin : written_before(first, span.begin);
    const auto last = patch_from(span.end);
    const bool ends_inside = last != patches.end() && last->read.begin < span.end;
    return {begin, ends_inside ? last->written.end : written_before(last, span.end)};
}

MappedLine MappedLine::part(base::Span span) const {
    span.end = std::min(span.end, text.size());
    span.begin = std::min(span.begin, span.end);
    MappedLine result{text.substr(span.begin, span.size()), source_of(span), {}};
    for (auto patch = patch_from(span.begin); patch != patches.end() && patch->read.end <= span.end;
         ++patch) {
        if (patch->read.begin < span.begin) continue;
        result.patches.push_back(
            {{patch->read.begin - span.begin, patch->read.end - span.begin}, patch->written});
    }
    return result;
}

namespace {

/// The next no-break space, wide or narrow; empty at the end of `span` where there is none.
base::Span next_hard_blank(std::string_view text, base::Span span) {
    constexpr std::string_view kWide = "\xC2\xA0";
    constexpr std::string_view kNarrow = "\xE2\x80\xAF";
    text = text.substr(0, span.end);
    const std::size_t wide = text.find(kWide, span.begin);
    const std::size_t narrow = text.find(kNarrow, span.begin);
    if (wide < narrow) return {wide, wide + kWide.size()};
    if (narrow != text.npos) return {narrow, narrow + kNarrow.size()};
    return {span.end, span.end};
}

/// No-break spaces become blanks, as which they are read.
void append_verbatim(Text& text, const MappedLine& line, base::Span span, const Piece& style) {
    for (;;) {
        const base::Span blank = next_hard_blank(line.text, span);
        Piece piece = style;
        piece.verbatim = true;
        piece.source = line.source_of({span.begin, blank.begin});
        append_piece(text, line.text.substr(span.begin, blank.begin - span.begin), piece);
        if (blank.empty()) return; // nearly always
        piece.verbatim = false;
        piece.hard_blank = true;
        piece.source = line.source_of(blank);
        append_piece(text, " ", piece);
        span.begin = blank.end;
    }
}

} // namespace

void append_piece(Text& text, std::string_view visible, Piece piece) {
    if (visible.empty()) return;
    Piece* last = text.pieces.empty() ? nullptr : &text.pieces.back();
    if (last != nullptr && last->verbatim && piece.verbatim && same_style(*last, piece) &&
        last->source.end == piece.source.begin) {
        last->source.end = piece.source.end;
    } else {
        piece.offset = text.text.size();
        text.pieces.push_back(piece);
    }
    text.text += visible;
}

void append_visible(Text& text, const MappedLine& line, base::Span span, const Piece& style) {
    const auto append = [&](base::Span part, bool verbatim) {
        if (verbatim) return append_verbatim(text, line, part, style);
        Piece piece = style;
        piece.source = line.source_of(part);
        piece.verbatim = false;
        append_piece(text, line.text.substr(part.begin, part.size()), piece);
    };
    std::size_t at = span.begin;
    for (auto patch = line.patch_from(at); patch != line.patches.end() && patch->read.begin < span.end;
         ++patch) {
        if (at < patch->read.begin) append({at, patch->read.begin}, true);
        append({std::max(at, patch->read.begin), std::min(span.end, patch->read.end)}, false);
        at = std::min(span.end, patch->read.end);
    }
    if (at < span.end) append({at, span.end}, true);
}

Text verbatim_text(const MappedLine& line) {
    Text text;
    text.source = line.source;
    append_visible(text, line, {0, line.text.size()}, {});
    return text;
}

SourceLines::SourceLines(std::string_view text, const base::LineIndex& lines, std::size_t skipped) {
    text_.reserve(text.size() + 2);
    read_.reserve(lines.line_count());
    written_.reserve(lines.line_count());
    for (std::size_t number = 1; number <= lines.line_count(); ++number) {
        base::Span source = lines.line(number);
        if (number <= skipped) source.end = source.begin;
        const bool marked = number == 1 && text.substr(0, 3) == kByteOrderMark && source.size() >= 3;
        if (marked) source.begin += kByteOrderMark.size();
        add_line(text.substr(source.begin, source.size()), source);
    }
}

void SourceLines::add_line(std::string_view written, base::Span source) {
    const std::size_t begin = text_.size();
    if (needs_patches(written)) {
        add_patched(written, source.begin);
    } else {
        text_ += written;
    }
    read_.push_back({begin, text_.size()});
    written_.push_back(source);
    text_ += '\n';
}

void SourceLines::add_patched(std::string_view written, std::size_t begin) {
    const std::size_t line_begin = text_.size();
    std::vector<Patch>& patches = patches_[read_.size() + 1];
    for (std::size_t at = 0; at < written.size();) {
        const base::CodePoint point = base::decode_code_point(written.substr(at));
        const std::size_t read = text_.size() - line_begin;
        if (point.valid && point.value != 0) {
            text_ += written.substr(at, point.size);
        } else {
            base::append_code_point(text_, 0xFFFD);
            patches.push_back({{read, text_.size() - line_begin}, {begin + at, begin + at + point.size}});
        }
        at += point.size;
    }
}

std::string_view SourceLines::line(std::size_t number) const {
    const base::Span span = read_.at(number - 1);
    return std::string_view(text_).substr(span.begin, span.size());
}

MappedLine SourceLines::mapped(std::size_t number) const {
    MappedLine result{line(number), written_.at(number - 1), {}};
    const auto found = patches_.find(number);
    if (found != patches_.end()) result.patches = found->second;
    return result;
}

} // namespace docs_lint::markdown
