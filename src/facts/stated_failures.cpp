#include "facts/stated_failures.hpp"

#include "base/date.hpp"
#include "base/span.hpp"
#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <string>
#include <vector>

namespace docs_lint::facts {
namespace {

re2::StringPiece as_input(std::string_view text) {
    return {text.data(), text.size()};
}

bool matches_in(std::string_view text, const re2::RE2& pattern) {
    return re2::RE2::PartialMatch(as_input(text), pattern);
}

/// Where the first part of `text` ends: at a comma, a semicolon, a full stop or a word that turns.
std::size_t end_of_clause(std::string_view text) {
    static const re2::RE2 stop(
        R"((?i)(;|,|[.](?:\s|$)|\s(?:but|yet|while|whereas|although|though)\s|\s[—–]\s))");
    re2::StringPiece found;
    if (!re2::RE2::PartialMatch(as_input(text), stop, &found)) return text.size();
    return static_cast<std::size_t>(found.data() - text.data()) + found.size();
}

struct Clause {
    std::string_view text;
    bool begins_sentence = true;
};

std::vector<Clause> clauses_of(std::string_view text) {
    std::vector<Clause> parts;
    bool begins = true;
    while (!text.empty()) {
        const std::size_t end = std::max<std::size_t>(end_of_clause(text), 1);
        const std::string_view part = base::trim(text.substr(0, end));
        parts.push_back({part, begins});
        begins = part.ends_with(';') || part.ends_with('.');
        text.remove_prefix(end);
    }
    return parts;
}

bool tells_of_passing(std::string_view part) {
    static const re2::RE2 pattern(R"((?i)\bpass(?:ed|es)?\b|✅|✔|✓|🟢)");
    return matches_in(part, pattern);
}

bool names_time_before(std::string_view part) {
    static const re2::RE2 pattern(
        R"((?i)\b(?:before|previous(?:ly)?|earlier|former(?:ly)?|initial(?:ly)?|original(?:ly)?|first|prior|)"
        R"(without|old(?:er)?|used to|reproduc\w+|triage|reported|parent|unfixed|unpatched|until|had)\b)");
    return matches_in(part, pattern);
}

bool tells_of_intention(std::string_view part) {
    static const re2::RE2 pattern(
        R"((?i)\bas\s+(?:expected|it should|they should|intended|designed|specified|required|wanted)\b|)"
        R"(\b(?:if|when|whenever|whether|where|why|must|should|deliberately|on purpose|rightly|correctly)\b)");
    return matches_in(part, pattern);
}

/// What stands between the last mark inside the part and the failure denies it: `none of the 12 cases
/// failed`.
bool denies_failure(std::string_view before) {
    static const re2::RE2 pattern(
        R"((?i)(?:^|[:(|])\s*(?:no|none|nothing|nobody|neither|not an?|not one)\b[^:|(/=]*$|)"
        R"((?:(?:^|\s)(?:no|none|nothing|not|never|nobody|neither|nor|zero|without|cannot|0)|n't|n’t))"
        R"((?:\s+[^:|(/=\s]+){0,5}\s*$)");
    return matches_in(before, pattern);
}

/// `the case that failed`, `was FAIL`, `marked as failed`, `Pass/Fail`
bool is_mentioned_only(std::string_view before, std::string_view behind) {
    static const re2::RE2 lead(
        R"((?i)(?:\b(?:that|which|who)(?:\s+\w+)?|\b(?:as|was|were|from|marked|status|state|had|to)|[-/“"'‘])\s*$)");
    static const re2::RE2 tail(
        R"((?i)^(?:\s*[-/”"’]\w?|\s*[:=]?\s*(?:0|none|nothing|no|zero)\b|[\s)]*(?:→|->|=>|⟶|➜|➔)))");
    return matches_in(before, lead) || matches_in(behind, tail);
}

/// `... repeated: passed`, `... passes now`, and not `all others pass now`.
bool is_mended_behind(std::string_view behind) {
    static const re2::RE2 others(R"((?i)\b(?:others?|rest|remaining)\b)");
    static const re2::RE2 later(
        R"((?i)\b(?:now|re-?runs?|re-?ran|repeat(?:ed|ing)?|re-?test(?:ed)?|retried|then|afterwards|since|later|)"
        R"(finally|second (?:run|try|time|attempt))\b[^;.]*\bpass(?:ed|es)?\b|)"
        R"(\bpass(?:ed|es)?\b[^;.]*(?:\b(?:now|re-?run|repeated|re-?test(?:ed)?|second (?:run|try|time|attempt)|)"
        R"(afterwards)\b|\b(?:with|after|since|behind|on) the (?:fix|fixed|patch|patched|new)\b))");
    return matches_in(behind, later) && !matches_in(behind, others);
}

std::vector<base::Moment> moments_in(std::string_view text) {
    std::vector<base::Moment> moments;
    for (const base::MomentMention& one : base::find_moments(text))
        if (one.moment) moments.push_back(*one.moment);
    return moments;
}

/// A part tells of passing on a later day than all days of the failure.
bool passed_on_later_day(std::string_view failed, const std::vector<Clause>& parts) {
    const auto days = moments_in(failed);
    if (days.empty()) return false;
    return std::any_of(parts.begin(), parts.end(), [&](const Clause& part) {
        if (!tells_of_passing(part.text)) return false;
        const auto passed = moments_in(part.text);
        return std::any_of(passed.begin(), passed.end(), [&](const base::Moment& moment) {
            return std::all_of(days.begin(), days.end(),
                               [&](const base::Moment& day) { return base::surely_before(day, moment); });
        });
    });
}

/// The words, and behind them what may follow a verb and no adjective.
std::string as_predicate(const std::string& words) {
    return "(?i)" + words +
           R"((?:\s*$|\s*[,;.:()|!?]|\s+[—–-]\s|\s+(?:on|in|at|for|with|under|there|again|still|also|too|)"
           R"(because|since|to|and|due|as|after|before|during|while|when)\b))";
}

/// Where words for a failure stand that are a verdict, and no name of something: `failed on the server`, and
/// not `failed payments are listed`.
std::vector<base::Span> verdicts_in(std::string_view part) {
    static const re2::RE2 capital(R"(\b(FAIL(?:S|ED|URE)?)\b)");
    static const re2::RE2 labelled(
        R"((?i)(?:^|[:=|]|—|–|\s-)\s*(fail(?:ure)?)(?:\s*$|\s*[,;.()|]|\s+(?:on|at|in)\b))");
    static const re2::RE2 predicate(as_predicate(R"(\b(failed))"));
    static const re2::RE2 tests(
        as_predicate(R"(\b(?:tests?|cases?|checks?|runs?|suites?)\s+(?:\S+\s+)?(fails?))"));
    std::vector<base::Span> found;
    for (const re2::RE2* pattern : {&capital, &labelled, &predicate, &tests}) {
        re2::StringPiece rest = as_input(part);
        re2::StringPiece word;
        while (re2::RE2::FindAndConsume(&rest, *pattern, &word)) {
            const auto begin = static_cast<std::size_t>(word.data() - part.data());
            found.push_back({begin, begin + word.size()});
        }
    }
    return found;
}

void add_negative_signs(std::vector<base::Span>& found, std::string_view part) {
    for (std::size_t at = 0; at < part.size(); ++at) {
        const model::GlyphMention glyph = model::glyph_at(part.substr(at));
        const bool may_be_a_tick = part.substr(at).starts_with("☒");
        if (glyph.glyph == model::Glyph::negative && !may_be_a_tick) found.push_back({at, at + glyph.size});
    }
}

bool denies_passing(std::string_view part) {
    static const re2::RE2 pattern(
        as_predicate(R"((?:\bnot|\bcannot|n't|n’t|\bnever)\s+(?:yet\s+|all\s+|fully\s+)?pass(?:ed|es)?)"));
    static const re2::RE2 none(R"((?i)\b(?:none|nothing)\s+(?:of\s+(?:\S+\s+){1,4})?pass(?:ed|es)\b)");
    return matches_in(part, pattern) || matches_in(part, none);
}

bool states_failure_in(std::string_view part) {
    if (denies_passing(part)) return true;
    std::vector<base::Span> found = verdicts_in(part);
    add_negative_signs(found, part);
    return std::any_of(found.begin(), found.end(), [&](base::Span word) {
        const std::string_view before = part.substr(0, word.begin);
        return !denies_failure(before) && !is_mentioned_only(before, part.substr(word.end));
    });
}

/// The words that lead in count for the part behind them, too: `Before the fix, case 14 failed`.
bool is_told_of_before(const std::vector<Clause>& parts, std::size_t at) {
    if (names_time_before(parts[at].text)) return true;
    return at > 0 && !parts[at].begins_sentence && !tells_of_passing(parts[at - 1].text) &&
           names_time_before(parts[at - 1].text);
}

} // namespace

bool states_failure(std::string_view text) {
    const std::vector<Clause> parts = clauses_of(text);
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const std::string_view part = parts[at].text;
        if (!states_failure_in(part) || is_told_of_before(parts, at) || tells_of_intention(part)) continue;
        const auto begin = static_cast<std::size_t>(part.data() - text.data());
        if (!is_mended_behind(text.substr(begin)) && !passed_on_later_day(part, parts)) return true;
    }
    return false;
}

} // namespace docs_lint::facts
