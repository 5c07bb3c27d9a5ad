#include "facts/test_results.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <re2/re2.h>
#include <string>
#include <vector>

namespace docs_lint::facts {
namespace {

bool holds(std::string_view clause, const re2::RE2& pattern) {
    return re2::RE2::PartialMatch(re2::StringPiece(clause.data(), clause.size()), pattern);
}

bool tells_of_before(std::string_view clause) {
    static const std::vector<std::string> words = {"before", "previously", "earlier", "formerly", "initially",
                                                   "first",  "prior",      "without", "old",      "used to"};
    return model::contains_any_word(clause, words);
}

/// `3 of 7 tests`, `passed: 3 out of 7`, where the first number is the smaller one.
bool counts_too_few(std::string_view clause) {
    static const re2::RE2 of_all(
        R"((?i)\b([0-9]{1,5})\s*(?:of|out of|/)\s*([0-9]{1,5})\s*(?:tests?|cases?|checks?|runs?|scenarios?|pass))");
    static const re2::RE2 behind(
        R"((?i)\bpass(?:ed|es)?\s*:?\s*([0-9]{1,5})\s*(?:of|out of|/)\s*([0-9]{1,5})\b)");
    int some = 0;
    int all = 0;
    const re2::StringPiece input(clause.data(), clause.size());
    return (re2::RE2::PartialMatch(input, of_all, &some, &all) ||
            re2::RE2::PartialMatch(input, behind, &some, &all)) &&
           some < all;
}

bool has_low_rate(std::string_view clause) {
    static const re2::RE2 pattern(R"((?i)\bpass\s+rate\s*(?:of|:|is|was)?\s*([0-9]+)(?:[.][0-9]+)?\s*%)");
    int rate = 0;
    return re2::RE2::PartialMatch(re2::StringPiece(clause.data(), clause.size()), pattern, &rate) &&
           rate < 100;
}

bool tells_of_failure_in(std::string_view clause) {
    static const re2::RE2 counted(
        R"((?i)\bfail(?:s|ed|ures?|ing)?\s*[:=]?\s*[1-9]|\b[1-9][0-9]*\s+(?:(?:tests?|cases?|checks?)\s+)?(?:failed|failures?|failing|fails)\b)");
    static const re2::RE2 hoped(
        R"((?i)\bpass(?:ed|es)?\s*\?|\b(?:expected|supposed|meant|likely|hoped|going)\s+to\s+pass\b|\b(?:should|will|would|may|might)\s+pass\b)");
    static const re2::RE2 excepted(
        R"((?i)\bpass(?:ed|es)?\b.*\b(?:except|apart from|but not|save for|other than)\b)");
    return holds(clause, counted) || holds(clause, hoped) || holds(clause, excepted) ||
           counts_too_few(clause) || has_low_rate(clause);
}

} // namespace

bool tells_of_failure(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && text[end] != ';' &&
               !(text[end] == '.' && (end + 1 == text.size() || text[end + 1] == ' ')))
            ++end;
        const std::string_view clause = text.substr(begin, end - begin);
        if (tells_of_failure_in(clause) && !tells_of_before(clause)) return true;
        begin = end + 1;
    }
    return false;
}

} // namespace docs_lint::facts
