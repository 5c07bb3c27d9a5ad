#include "facts/test_results.hpp"

#include "base/text.hpp"
#include "facts/asked_evidence.hpp"
#include "facts/stated_failures.hpp"
#include "facts/words.hpp"
#include "model/status_words.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <string>
#include <vector>

namespace docs_lint::facts {
namespace {

bool holds(std::string_view clause, const re2::RE2& pattern) {
    return re2::RE2::PartialMatch(re2::StringPiece(clause.data(), clause.size()), pattern);
}

bool tells_of_before(std::string_view clause) {
    static const std::vector<std::string> words = {"before",    "previously", "earlier", "formerly",
                                                   "initially", "first",      "prior",   "without",
                                                   "old",       "used to",    "unfixed", "unpatched"};
    return model::contains_any_word(clause, words);
}

/// `3 of 7 tests`, `passed: 3 out of 7`, where the first number is the smaller one.
bool counts_too_few(std::string_view clause) {
    static const re2::RE2 of_all(
        R"((?i)\b([0-9]{1,5})\s*(?:of|out of|/)\s*([0-9]{1,5})\s*(?:tests?|cases?|checks?|runs?|scenarios?|pass))");
    static const re2::RE2 behind(
        R"((?i)\b(?:pass(?:ed|es)?|results?)\s*[:=]?\s*([0-9]{1,5})\s*(?:of|out of|/)\s*([0-9]{1,5})\b)");
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

/// `3 failed`, and not `case 14 failed`, which has a number for a name.
bool counts_failures(std::string_view clause) {
    static const re2::RE2 behind(R"((?i)\bfail(?:s|ed|ures?|ing)?\s*[:=]?\s*[1-9])");
    static const re2::RE2 before(
        R"((?i)(\b(?:test|case|check|step|scenario|run|number|no\.?)\s+|#)?\b[1-9][0-9]*\s+)"
        R"((?:(?:tests?|cases?|checks?)\s+)?(?:failed|failures?|failing|fails)\b)");
    re2::StringPiece rest(clause.data(), clause.size());
    for (std::string named; re2::RE2::FindAndConsume(&rest, before, &named);)
        if (named.empty()) return true;
    return holds(clause, behind);
}

bool tells_of_failure_in(std::string_view clause) {
    static const re2::RE2 hoped(
        R"((?i)\bpass(?:ed|es)?\s*\?|\b(?:expected|supposed|meant|likely|hoped|going)\s+to\s+pass\b|\b(?:should|will|would|may|might)\s+pass\b)");
    static const re2::RE2 excepted(
        R"((?i)\b(?:pass(?:ed|es)?|ok|green|all correct)\b.*\b(?:except|apart from|but (?:not|one|two|three|for)|save for|other than)\b|)"
        R"(\b(?:most|some|many|half|a few)(?: of)?(?: the| all)?(?: tests| cases| checks)? pass(?:ed)?\b|)"
        R"(\b[1-9][0-9]*\s+errors?\s*(?:[,.;)]|$))");
    return counts_failures(clause) || holds(clause, hoped) || holds(clause, excepted) ||
           counts_too_few(clause) || has_low_rate(clause);
}

constexpr std::size_t kFarthestDate = 24; ///< bytes between a word for a result and its date

bool stands_behind_any(std::string_view text, std::size_t date, const std::vector<std::string>& words) {
    const std::size_t begin = date > kFarthestDate ? date - kFarthestDate : 0;
    const std::string_view before = text.substr(begin, date - begin);
    return before.find_first_of(";.") == std::string_view::npos && model::contains_any_word(before, words);
}

bool begins_like_sentence(std::string_view line) {
    const char first = line.empty() ? ' ' : line.front();
    return (first >= 'A' && first <= 'Z') || model::glyph_at(line).size > 0;
}

std::string with_sentences_parted(const model::Component& evidence) {
    std::string text;
    for (const markdown::Text& line : evidence.value) {
        if (!text.empty()) text += begins_like_sentence(line.text) ? "; " : " ";
        text += line.text;
    }
    return text;
}

/// `expected 4, actual 4`, `Observed: 4. Expected: 4.`
struct Comparison {
    bool equal = false;
    std::string_view before; ///< the text behind the comparison before it
};

std::string_view without_stop(const re2::StringPiece& value) {
    std::string_view text(value.data(), value.size());
    while (text.ends_with('.')) text.remove_suffix(1);
    return text;
}

std::vector<Comparison> comparisons_in(std::string_view text) {
    static const re2::RE2 pattern(
        R"((?i)(\b(?:expected\s*:?\s+(\S+?)(?:\s+%)?(?:[.]?\s*[,;./—–-]\s*|\s+(?:and|but)\s+)(?:actual|observed|got|shown|measured)|)"
        R"((?:actual|observed|got|shown|measured)\s*:?\s+(\S+?)(?:\s+%)?(?:[.]?\s*[,;./—–-]\s*|\s+(?:and|but)\s+)expected)\s*:?\s+([^\s,;]+)))");
    std::vector<Comparison> comparisons;
    re2::StringPiece rest(text.data(), text.size());
    re2::StringPiece whole, ahead, behind, right;
    for (std::size_t end = 0; re2::RE2::FindAndConsume(&rest, pattern, &whole, &ahead, &behind, &right);) {
        const auto begin = static_cast<std::size_t>(whole.data() - text.data());
        const bool equal = without_stop(ahead.empty() ? behind : ahead) == without_stop(right);
        comparisons.push_back({equal, text.substr(end, begin - end)});
        end = begin + whole.size();
    }
    return comparisons;
}

/// Of several all are as expected.
bool meets_expectation(std::string_view text) {
    const auto comparisons = comparisons_in(text);
    return !comparisons.empty() && std::all_of(comparisons.begin(), comparisons.end(),
                                               [](const Comparison& one) { return one.equal; });
}

/// The last one is not as expected, and tells of no run before the fix.
bool misses_expectation(std::string_view text) {
    const auto comparisons = comparisons_in(text);
    return !comparisons.empty() && !comparisons.back().equal && !tells_of_before(comparisons.back().before);
}

/// `CI is not green`, `no CI run was green`, `would be green`, `ok?`, `ok if ...`, `✅ (planned)`.
bool is_taken_back(std::string_view before, std::string_view result, std::string_view behind) {
    static const re2::RE2 denial(
        R"((?i)\b(?:no|not|never|without)\s+$|\b(?:should|must|shall|ought|supposed|would)\b[^.;,]*$)");
    static const re2::RE2 hope(R"((?i)\b(?:not|never|would|should|could|might|may|will)\b)");
    static const re2::RE2 condition(
        R"((?i)^\s*(?:\?|\(?\s*(?:if|unless|once|when|planned|pending|expected|to be|to follow|hopefully)\b))");
    return holds(before, denial) || holds(result, hope) || holds(behind, condition);
}

/// `14 OK`, `10/10 cases OK`, `portfolio page: OK`, `the suite is green`, `Result: 62 %`, `expected 4, actual
/// 4`
bool shows_result(std::string_view text) {
    static const re2::RE2 pattern(
        R"((?i)(\b[0-9]+(?:/[0-9]+)?\s+(?:(?:(?:test\s+)?(?:tests?|cases?|checks?|validations?))\s+)?ok\b|:\s*ok\b|)"
        R"(\b(?:suite|tests?|cases?|checks?|validations?|ci)\b[^.;:?]{0,30}\bgreen\b|\.py\s+green\b|)"
        R"(\s[—–-]\s*ok\b|\b(?:report|export|page|screen)s?\s+ok\b|\bverified\s+ok\b|)"
        R"(:\s*(?:✅|✔)|(?:✅|✔)\s*$|)"
        R"(\bas\s+(?:required|asked|specified|stated|defined)\s+(?:by|in)\s+§|\bas\s+§\S+\s+(?:requires|asks|says|states|defines|specifies)\b|)"
        R"(\bresult\s*[:=]\s*(?:[0-9€$£]|fixed\b|correct\b)|)"
        R"("?all_pass"?\s*:\s*true\b))");
    re2::StringPiece rest(text.data(), text.size());
    for (re2::StringPiece found; re2::RE2::FindAndConsume(&rest, pattern, &found);) {
        const auto begin = static_cast<std::size_t>(found.data() - text.data());
        if (!is_taken_back(text.substr(0, begin), text.substr(begin, found.size()),
                           text.substr(begin + found.size())))
            return true;
    }
    return meets_expectation(text);
}

std::string without_other_passing(std::string text) {
    static const re2::RE2 handed_on(
        R"((?i)\bpass(?:ed|es)?\s+(?:on\s+|over\s+)?to\b|\b(?:deadline|date|time|window)\s+(?:has\s+|had\s+)?passed\b)");
    static const re2::RE2 other_success(
        R"((?i)\b(?:deploy\w*|hand\w*(?:\s+over)?|build|release\w*|merge\w*|rollout)\s+(?:to\s+\w+\s+)?(?:was\s+)?successful(?:ly)?\b|)"
        R"(\bsuccessful(?:ly)?\s+(?:deploy|hand|releas|merg)\w*)");
    static const re2::RE2 hoped(
        R"((?i)\bno\s+regressions?\s+(?:(?:are|is)\s+)?(?:expected|anticipated|likely|foreseen)\b|)"
        R"(\bno\s+regression\s+(?:tests?|testing|suite|runs?|checks?)\s+(?:was|were|is|are|exists?|has|have)\b|)"
        R"(\bbehaves\s+as\s+(?:before|it\s+did|reported)\b|)"
        R"(\b(?:if|once|when|unless|hope\w*|hoping|hopefully|assum\w+|expect\w*)\b[^.;,]{0,60}\b(?:result (?:is|was) ok|all ok|steps ok|)"
        R"(none failed|without (?:failures?|regressions?|findings?)|conforms to|behaves correctly)\b|)"
        R"(\bno new defects\s+(?:were|was|are|is)\s+(?:looked|searched|expected|sought)\b)");
    for (const re2::RE2* pattern : {&handed_on, &other_success, &hoped})
        re2::RE2::GlobalReplace(&text, *pattern, " ");
    return text;
}

} // namespace

bool gives_result(std::string_view text, const policy::SignOffFormat& format) {
    const std::string plain = without_other_passing(std::string(text));
    return model::says(plain, format.result_words) || shows_result(plain);
}

bool tells_method(std::string_view text, const policy::SignOffFormat& format) {
    const auto& empty = format.words_without_method;
    const Words words = split_into_words(text);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        const bool is_word = word.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos ||
                             static_cast<unsigned char>(word.front()) >= 0x80;
        const bool is_time = word.find_first_not_of("0123456789tz:.-") == std::string::npos &&
                             word.find_first_of("0123456789") == 0;
        return is_word && !is_time && std::find(empty.begin(), empty.end(), word) == empty.end();
    });
}

std::optional<base::Moment> result_date(const ItemFacts& item, const policy::Policy& policy) {
    if (item.definition == nullptr || !asks_for(*item.definition, policy::EvidenceKind::result))
        return std::nullopt;
    const std::string& text = item.evidence.text;
    std::optional<base::Moment> latest;
    for (const base::MomentMention& one : base::find_moments(text))
        if (one.moment && stands_behind_any(text, one.begin, policy.sign_off.result_words) &&
            (!latest || base::surely_before(*latest, *one.moment)))
            latest = one.moment;
    const auto& dates = item.evidence.dates;
    if (latest || dates.empty() || !asks_for(*item.definition, policy::EvidenceKind::date)) return latest;
    return *std::min_element(dates.begin(), dates.end(), base::surely_before);
}

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
    return misses_expectation(text) || states_failure(text);
}

bool tells_of_failure(const ItemFacts& item) {
    const model::Component* written = item.evidence_component.component;
    if (tells_of_failure(item.evidence.text)) return true;
    const bool has_more_lines = written != nullptr && written->value.size() > 1;
    if (!has_more_lines || item.evidence.text != model::join_lines(written->value).text) return false;
    return tells_of_failure(with_sentences_parted(*written));
}

} // namespace docs_lint::facts
