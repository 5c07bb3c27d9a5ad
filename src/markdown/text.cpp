#include "markdown/text.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::markdown {
namespace {

std::size_t begin_of(const Text& text, std::size_t offset) {
    const Piece* piece = text.piece_at(offset);
    if (piece == nullptr) return text.pieces.empty() ? text.source.begin : text.pieces.back().source.end;
    return piece->verbatim ? piece->source.begin + (offset - piece->offset) : piece->source.begin;
}

std::size_t end_of(const Text& text, std::size_t last) {
    const Piece* piece = text.piece_at(last);
    if (piece == nullptr) return text.source.end;
    return piece->verbatim ? piece->source.begin + (last - piece->offset) + 1 : piece->source.end;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool begins_behind(std::size_t offset, const Piece& piece) {
    return offset < piece.offset;
}

bool begins_before(const Piece& piece, std::size_t offset) {
    return piece.offset < offset;
}

Piece cut_front(Piece piece, std::size_t offset) {
    if (piece.offset >= offset) return piece;
    if (piece.verbatim) piece.source.begin += offset - piece.offset;
    piece.offset = offset;
    return piece;
}

base::Span span_without_blanks(std::string_view text) {
    std::size_t begin = 0;
    std::size_t end = text.size();
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    return {begin, end};
}

} // namespace

const Piece* Text::piece_at(std::size_t offset) const {
    if (offset >= text.size() || pieces.empty()) return nullptr;
    const auto after = std::upper_bound(pieces.begin(), pieces.end(), offset, begins_behind);
    return after == pieces.begin() ? nullptr : &*std::prev(after);
}

base::Span Text::source_of(base::Span span) const {
    const std::size_t begin = begin_of(*this, span.begin);
    if (span.empty()) return {begin, begin};
    const std::size_t end = end_of(*this, std::min(span.end, text.size()) - 1);
    return {std::min(begin, end), end};
}

Text Text::slice(base::Span span) const {
    span.end = std::min(span.end, text.size());
    span.begin = std::min(span.begin, span.end);
    Text part{text.substr(span.begin, span.size()), {}, source_of(span)};
    auto at = std::upper_bound(pieces.begin(), pieces.end(), span.begin, begins_behind);
    if (at != pieces.begin()) --at;
    const auto behind = std::lower_bound(at, pieces.end(), span.end, begins_before);
    part.pieces.reserve(static_cast<std::size_t>(behind - at));
    for (; at != behind; ++at) {
        const std::size_t end = std::next(at) == pieces.end() ? text.size() : std::next(at)->offset;
        if (end <= span.begin) continue;
        Piece kept = cut_front(*at, span.begin);
        if (kept.verbatim && end > span.end) kept.source.end -= end - span.end;
        kept.offset -= span.begin;
        part.pieces.push_back(kept);
    }
    return part;
}

Text Text::trimmed() const& {
    return slice(span_without_blanks(text));
}

Text Text::trimmed() && {
    const base::Span span = span_without_blanks(text);
    if (text.empty() || span.size() < text.size()) return slice(span);
    source = source_of(span);
    return std::move(*this);
}

bool Text::is_verbatim() const {
    return std::all_of(pieces.begin(), pieces.end(),
                       [](const Piece& piece) { return piece.verbatim || piece.hard_blank; });
}

} // namespace docs_lint::markdown
