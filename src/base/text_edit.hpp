#pragma once

#include "base/span.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::base {

/// Other bytes in the place of a part of a text; an empty span puts them in.
struct TextEdit {
    Span span;
    std::string text;

    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// The text with all edits made, whose spans are those of the old text in any order. Nothing where two of
/// them meet: which one comes first would be anybody's guess.
std::optional<std::string> apply_edits(std::string_view text, std::vector<TextEdit> edits);

} // namespace docs_lint::base
