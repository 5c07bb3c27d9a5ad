#pragma once

#include <cstddef>

namespace docs_lint::base {

/// A half-open range of byte offsets, [begin, end), into one text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return end <= begin; }
    [[nodiscard]] constexpr bool contains(std::size_t offset) const {
        return begin <= offset && offset < end;
    }
    [[nodiscard]] constexpr bool contains(Span other) const {
        return begin <= other.begin && other.end <= end;
    }

    friend constexpr bool operator==(const Span&, const Span&) = default;
};

/// The smallest span that holds both.
constexpr Span join(Span a, Span b) {
    return {a.begin < b.begin ? a.begin : b.begin, a.end < b.end ? b.end : a.end};
}

} // namespace docs_lint::base
