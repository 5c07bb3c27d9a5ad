#include "model/status_words.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

// `be`: what is to be approved is not approved.
constexpr std::array<std::string_view, 15> kDenials = {"not",    "no",      "never", "none",    "nothing",
                                                       "cannot", "without", "zero",  "0",       "isn't",
                                                       "hasn't", "didn't",  "nor",   "neither", "be"};
constexpr std::size_t kDenialReach = 3; // words
constexpr std::size_t kDenialBytes = 64;

bool is_denial(std::string_view word) {
    return std::any_of(kDenials.begin(), kDenials.end(),
                       [&](std::string_view denial) { return base::equals_ignoring_case(word, denial); });
}

bool ends_clause(char byte) {
    return std::string_view(",;.(:").find(byte) != std::string_view::npos;
}

/// A word that is nothing but a dash: `no page — TBC`.
bool is_dash(std::string_view word) {
    return word == "-" || word == "--" || word == "–" || word == "—";
}

/// The `0` of `v1.0`, which ends here.
bool is_part_of_number(std::string_view text, std::size_t begin) {
    return begin > 1 && text[begin - 1] == '.' && is_digit(text[begin - 2]);
}

/// One of the few words before `at`, in the same clause, denies what stands there.
bool is_denied(std::string_view text, std::size_t at) {
    const std::size_t far = at > kDenialBytes ? at - kDenialBytes : 0;
    text = text.substr(far, at - far);
    at = text.size();
    for (std::size_t word = 0; word < kDenialReach; ++word) {
        while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '*')) --at;
        if (at == 0 || ends_clause(text[at - 1])) return false;
        const std::size_t end = at;
        while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\t' && !ends_clause(text[at - 1])) --at;
        const std::string_view before = text.substr(at, end - at);
        if (is_dash(before)) return false;
        if (is_denial(before)) return !is_part_of_number(text, at);
    }
    return false;
}

struct Occurrences {
    bool said = false;
    bool denied = false;
};

Occurrences occurrences_of(std::string_view text, const std::vector<std::string>& phrases) {
    Occurrences found;
    for (const std::string& phrase : phrases)
        for (auto at = find_word(text, phrase); at; at = find_word(text, phrase, *at + 1))
            (is_denied(text, *at) ? found.denied : found.said) = true;
    return found;
}

/// `3 of 4`, `0/4`: how many of how many.
std::optional<bool> all_of_them(std::string_view text) {
    static const re2::RE2 pattern(
        R"((?:^|[^0-9A-Za-z.-])([0-9]{1,4})\s*(?:of|out of|/)\s*([0-9]{1,4})(?:$|[^0-9A-Za-z-]))");
    std::string part;
    std::string whole;
    if (!re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, &part, &whole))
        return std::nullopt;
    return std::stoi(part) >= std::stoi(whole);
}

StatusClaim claim_of_glyphs(std::string_view text) {
    StatusClaim claim;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (static_cast<unsigned char>(text[at]) < 0x80) continue;
        const Glyph glyph = glyph_at(text.substr(at)).glyph;
        claim.passed = claim.passed || glyph == Glyph::positive;
        claim.open = claim.open || glyph == Glyph::negative || glyph == Glyph::neutral;
    }
    return claim;
}

bool contains_arrow(std::string_view text) {
    for (const std::string_view arrow : {"→", "⟶", "➔", "➜", "->", "=>"})
        if (text.find(arrow) != std::string_view::npos) return true;
    return false;
}

bool ends_segment(std::string_view text, std::size_t at) {
    return text[at] == '(' || text[at] == ')' || text[at] == ':' || text[at] == ';' || dash_at(text, at) > 0;
}

void append_segment(std::string& kept, std::string_view segment) {
    if (!contains_arrow(segment)) kept.append(segment);
}

void blank_out(std::string& text, std::string_view name) {
    for (auto at = find_word(text, name); at; at = find_word(text, name, *at))
        text.replace(*at, name.size(), name.size(), ' ');
}

/// What takes a verdict back wherever it stands beside it.
constexpr std::array<std::string_view, 19> kTakenBack = {
    "withdrawn", "revoked",   "rescinded", "retracted", "annulled",   "void",  "voided",
    "invalid",   "unsigned",  "cancelled", "canceled",  "overturned", "no-go", "no go",
    "fails",     "overruled", "lapsed",    "expired",   "invalidated"};

bool ends_with_any(std::string_view text, const std::vector<std::string_view>& words) {
    text = base::trim(text);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.size() >= word.size() &&
               base::equals_ignoring_case(text.substr(text.size() - word.size()), word) &&
               !word_ends_at(text, text.size() - word.size());
    });
}

/// `[ ] FAIL`, `☐ FAIL`: an answer that was not chosen.
bool is_unchosen(std::string_view before) {
    before = base::trim(before);
    return before.ends_with("[ ]") || before.ends_with("☐") || before.ends_with("⬜");
}

std::size_t end_of_clause(std::string_view text, std::size_t at) {
    while (at < text.size() && std::string_view(",;.:()").find(text[at]) == std::string_view::npos &&
           dash_at(text, at) == 0)
        ++at;
    return at;
}

std::size_t begin_of_clause(std::string_view text, std::size_t at) {
    while (at > 0 && std::string_view(",;.:()").find(text[at - 1]) == std::string_view::npos &&
           dash_at(text, at - 1) == 0)
        --at;
    return at;
}

/// `was FAIL`, `the first run failed`
bool tells_of_earlier(std::string_view clause) {
    static const std::vector<std::string> words = {"was",    "were",  "earlier", "previous", "previously",
                                                   "former", "first", "initial", "before",   "from",
                                                   "after",  "had",   "old",     "that",     "which"};
    return contains_any_word(clause, words);
}

/// The verdict is given anew behind a mark: `V.3 failed on 2026-02-11, passed on 2026-02-13`.
bool passes_behind(std::string_view text, const policy::SignOffFormat& format) {
    const std::size_t mark = end_of_clause(text, 0);
    return mark < text.size() && occurrences_of(text.substr(mark), format.status_passed).said;
}

bool takes_back_at(std::string_view text, base::Span word, const policy::SignOffFormat& format) {
    if (is_denied(text, word.begin) || is_unchosen(text.substr(0, word.begin))) return false;
    const std::size_t begin = begin_of_clause(text, word.begin);
    const std::size_t end = end_of_clause(text, word.end);
    return !tells_of_earlier(text.substr(begin, end - begin)) &&
           !passes_behind(text.substr(word.end), format);
}

bool is_refused(std::string_view text, const policy::SignOffFormat& format) {
    std::vector<std::string_view> words(kTakenBack.begin(), kTakenBack.end());
    words.insert(words.end(), format.validation_fail.begin(), format.validation_fail.end());
    for (const std::string_view word : words)
        for (auto at = find_word(text, word); at; at = find_word(text, word, *at + 1))
            if (takes_back_at(text, {*at, *at + word.size()}, format)) return true;
    return false;
}

/// `PASS except V.3`, `PASS subject to V.4`; not `complete as planned`, `met on all conditions`.
bool is_hedged_behind(std::string_view behind, const policy::SignOffFormat& format) {
    const std::string_view clause = behind.substr(0, end_of_clause(behind, 0));
    for (const std::string& hedge : format.hedges)
        for (auto at = find_word(clause, hedge); at; at = find_word(clause, hedge, *at + 1))
            if (!is_denied(clause, *at) && !is_unchosen(clause.substr(0, *at)) &&
                !ends_with_any(clause.substr(0, *at), {"as", "all", "every", "the", "its", "these", "both"}))
                return true;
    return false;
}

bool is_hedged(std::string_view text, const policy::SignOffFormat& format) {
    const std::vector<std::string_view> limits = {
        "conditional", "conditionally", "provisional", "provisionally", "preliminary", "tentative",
        "tentatively", "interim",       "temporary",   "temporarily",   "partial",     "partially",
        "almost",      "nearly",        "mostly",      "largely",       "partly"};
    for (const std::string& word : format.status_passed)
        for (auto at = find_word(text, word); at; at = find_word(text, word, *at + 1)) {
            const std::string_view before = text.substr(0, *at);
            if (ends_with_any(before, limits) || is_unchosen(before) ||
                is_hedged_behind(text.substr(*at + word.size()), format))
                return true;
        }
    return false;
}

/// A cross beside the words, and no tick behind it; a crossed box is how some tick.
bool is_crossed(std::string_view text) {
    bool crossed = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const Glyph glyph = glyph_at(text.substr(at)).glyph;
        if (glyph == Glyph::positive) crossed = false;
        if (glyph == Glyph::negative && !text.substr(at).starts_with("☒") && !is_denied(text, at))
            crossed = true;
    }
    return crossed;
}

std::string_view behind_last_arrow(std::string_view text) {
    for (const std::string_view arrow : {"→", "⟶", "➔", "➜", "->", "=>"})
        if (const std::size_t at = text.rfind(arrow); at != std::string_view::npos)
            text.remove_prefix(at + arrow.size());
    return text;
}

/// `75 % complete`
bool is_partly_done(std::string_view text) {
    static const re2::RE2 share(
        R"((?i)(?:^|[^0-9.])([0-9]{1,3})(?:[.,][0-9]+)?\s*%\s*(?:complete|done|pass|finished|closed))");
    int percent = 0;
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), share, &percent) &&
           percent < 100;
}

} // namespace

bool says(std::string_view text, const std::vector<std::string>& phrases) {
    return occurrences_of(text, phrases).said;
}

StatusClaim read_status_claim(std::string_view text, const policy::SignOffFormat& format) {
    const std::string folded = base::fold_look_alikes(without_struck(text));
    const Occurrences passed = occurrences_of(folded, format.status_passed);
    const Occurrences open = occurrences_of(folded, format.status_open);
    StatusClaim claim{passed.said, open.said || passed.denied};
    if (const auto all = all_of_them(folded); all && !*all) claim = {false, true};
    if (is_partly_done(folded)) claim = {false, true};
    if (!claim.any()) claim = claim_of_glyphs(folded);
    return claim;
}

bool takes_pass_back(std::string_view text, const policy::SignOffFormat& format) {
    const std::string folded = base::fold_look_alikes(without_struck(text));
    const std::string_view now = behind_last_arrow(folded);
    return is_refused(now, format) || is_hedged(now, format) || is_crossed(now);
}

bool says_refused(std::string_view text, const policy::SignOffFormat& format) {
    return is_refused(base::fold_look_alikes(without_struck(text)), format);
}

std::string without_states(std::string_view text, const policy::Process* process) {
    std::string kept;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!ends_segment(text, at)) continue;
        append_segment(kept, text.substr(begin, at - begin));
        begin = at;
    }
    append_segment(kept, text.substr(begin));
    if (process != nullptr && contains_arrow(text))
        for (const std::string& state : process->states) blank_out(kept, state);
    return kept;
}

} // namespace docs_lint::model
