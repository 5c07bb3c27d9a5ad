#include "model/version_text.hpp"

#include "model/text_tools.hpp"

#include <re2/re2.h>
#include <string>

namespace docs_lint::model {

std::optional<base::Version> version_at_front(std::string_view text) {
    static const re2::RE2 pattern(R"(v?[0-9]+\.[0-9]+(?:\.[0-9]+)?)");
    const std::string bare = without_glyphs(text);
    const re2::StringPiece input(bare);
    re2::StringPiece found;
    if (!pattern.Match(input, 0, input.size(), re2::RE2::ANCHOR_START, &found, 1)) return std::nullopt;
    const bool alone =
        found.size() == input.size() || input[found.size()] == ' ' || input[found.size()] == '(';
    return alone ? base::parse_version(std::string(found)) : std::nullopt;
}

} // namespace docs_lint::model
