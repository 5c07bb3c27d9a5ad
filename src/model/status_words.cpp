#include "model/status_words.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
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
        if (is_denial(before)) return true;
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

} // namespace

bool says(std::string_view text, const std::vector<std::string>& phrases) {
    return occurrences_of(text, phrases).said;
}

StatusClaim read_status_claim(std::string_view text, const policy::SignOffFormat& format) {
    const std::string folded = base::fold_look_alikes(text);
    const Occurrences passed = occurrences_of(folded, format.status_passed);
    const Occurrences open = occurrences_of(folded, format.status_open);
    StatusClaim claim{passed.said, open.said || passed.denied};
    if (const auto all = all_of_them(folded); all && !*all) claim = {false, true};
    if (!claim.any()) claim = claim_of_glyphs(text);
    return claim;
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
