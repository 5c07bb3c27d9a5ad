#include "model/version_text.hpp"

#include "model/text_tools.hpp"

#include <re2/re2.h>
#include <string>

namespace docs_lint::model {
namespace {

/// A blank, a bracket, a dash, or a mark that ends a part of a sentence.
bool ends_version(std::string_view rest) {
    if (rest.empty() || rest.front() == ' ' || rest.front() == '(' || dash_at(rest, 0) > 0) return true;
    const bool mark = std::string_view(",;:.").find(rest.front()) != std::string_view::npos;
    return mark && (rest.size() == 1 || rest[1] == ' ');
}

} // namespace

std::optional<base::Version> version_at_front(std::string_view text) {
    static const re2::RE2 pattern(R"([vV]?[0-9]+\.[0-9]+(?:\.[0-9]+)?)");
    const std::string bare = without_glyphs(text);
    const re2::StringPiece input(bare);
    re2::StringPiece found;
    if (!pattern.Match(input, 0, input.size(), re2::RE2::ANCHOR_START, &found, 1)) return std::nullopt;
    if (!ends_version(std::string_view(bare).substr(found.size()))) return std::nullopt;
    return base::parse_version(std::string(found));
}

} // namespace docs_lint::model
