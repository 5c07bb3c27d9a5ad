#include "facts/left_alone.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::facts {
namespace {

/// Where the clause that holds `at` begins: behind a semicolon, a full stop or a line's end.
std::size_t begin_of_clause(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    std::size_t begin = 0;
    for (const std::string_view mark : {";", ". ", "\n"})
        if (const std::size_t found = before.rfind(mark); found != std::string_view::npos)
            begin = std::max(begin, found + mark.size());
    return begin;
}

re2::StringPiece piece_of(std::string_view text) {
    return {text.data(), text.size()};
}

} // namespace

bool is_left_alone(std::string_view text, base::Span path) {
    static const re2::RE2 behind(
        R"((?is)^[\s`*_):]*(?:(?:must|may|shall|should|will|is|are|to|be|stays?|remains?|left|kept|itself)\s+)*)"
        R"((?:not\s+(?:to\s+)?(?:be\s+)?(?:touched|changed|edited|modified|affected|concerned)|untouched|unchanged|alone|)"
        R"(out of scope|not in scope|(?:needs?|requires?)\s+no\s+(?:change|update)s?|no\s+(?:change|update)s?\s+(?:is\s+|are\s+)?(?:needed|required))\b)");
    static const re2::RE2 before(
        R"((?is)(?:\b(?:out of|outside|not in|not part of)(?:\s+the)?\s+scope\b|)"
        R"(\bnot\s+(?:to\s+)?(?:be\s+)?(?:touched|changed)\s*:|\b(?:untouched|unchanged)\s*:|)"
        R"(\b(?:must|may|shall|do)\s+not\s+(?:touch|change|edit|modify)\b|)"
        R"(\bno\s+(?:change|update)s?\s+(?:of|to|in)\s+(?:the\s+)?[`*_]*$|)"
        R"((?:^|[\s,(])(?:except(?:\s+for)?|excluding|not|apart\s+from)[\s`*_]*$))");
    const std::size_t begin = begin_of_clause(text, path.begin);
    return re2::RE2::PartialMatch(piece_of(text.substr(path.end)), behind) ||
           re2::RE2::PartialMatch(piece_of(text.substr(begin, path.begin - begin)), before);
}

} // namespace docs_lint::facts
