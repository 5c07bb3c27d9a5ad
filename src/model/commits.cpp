#include "model/commits.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace docs_lint::model {
namespace {

using markdown::Piece;
using markdown::Text;

constexpr std::size_t kShortest = 7;
constexpr std::size_t kLongest = 40;
constexpr std::size_t kShortestMeant = 3;
constexpr std::size_t kLongestAddress = 512;

bool is_hexadecimal(char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return is_digit(byte) || (lower >= 'a' && lower <= 'f');
}

bool is_word(char byte) {
    return is_letter(byte) || is_digit(byte) || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

/// Bytes of a dash, a quote or an arrow are no parts of a word.
bool is_apart(std::string_view text, std::size_t before, std::size_t behind) {
    return !word_ends_at(text, before) && !word_begins_at(text, behind);
}

bool may_precede(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    if (text[at - 1] == '+') return at > 1 && is_hexadecimal(text[at - 2]); // one commit and another
    return std::string_view("-/.@\\%=~^").find(text[at - 1]) == std::string_view::npos ||
           (at > 1 && text.substr(at - 2, 2) == "..");
}

/// `owner/project@1a2b3c4`, `v1.0-3-g1a2b3c4`: a commit as hosts and git write it, if it is one.
bool may_be_named_behind(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    if (before.ends_with('@')) return true;
    return before.size() > 2 && before.ends_with("-g") && is_digit(before[before.size() - 3]);
}

bool may_follow(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    if (text[at] == '.')
        return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '.' || text[at + 1] == ')';
    // `1a2b3c4^..5d6e7f8`: the first commit belongs to the range.
    if (text[at] == '^') return text.substr(at).starts_with("^..") || text.substr(at).starts_with("^!");
    return std::string_view("-/@\\%=~_").find(text[at]) == std::string_view::npos;
}

bool is_in_address(std::string_view text, std::size_t at) {
    const std::size_t far = at > kLongestAddress ? at - kLongestAddress : 0;
    const std::string_view before = text.substr(far, at - far);
    const std::size_t blank = before.find_last_of(" \t(<");
    return before.substr(blank == std::string_view::npos ? 0 : blank + 1).find("://") !=
           std::string_view::npos;
}

/// `https://host/project/commit/1a2b3c4`: the page of a commit cites it.
bool is_in_commit_address(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    return is_in_address(text, at) && (before.ends_with("/commit/") || before.ends_with("/commits/"));
}

/// The word right before `at`, punctuation and marks between them apart.
std::string_view word_before(std::string_view text, std::size_t at) {
    while (at > 0 && std::string_view(" \t:#`'\"(").find(text[at - 1]) != std::string_view::npos) --at;
    const std::size_t end = at;
    while (at > 0 && is_word(text[at - 1])) --at;
    return text.substr(at, end - at);
}

template <std::size_t count>
bool is_any_of(std::string_view word, const std::array<std::string_view, count>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view known) { return base::equals_ignoring_case(word, known); });
}

/// Many things have ids and revisions, most of them plain numbers: `portfolio ID 1234`.
bool names_commits(std::string_view word, std::string_view digits) {
    constexpr std::array<std::string_view, 7> kCommits = {"commit", "commits", "hash", "hashes",
                                                          "sha",    "shas",    "sha1"};
    constexpr std::array<std::string_view, 2> kMayBeOthers = {"revision", "id"};
    const bool is_number = digits.find_first_not_of("0123456789") == std::string_view::npos;
    return is_any_of(word, kCommits) || (!is_number && is_any_of(word, kMayBeOthers));
}

/// Dots, a dash, an arrow or a word such as `to` stand between the two ends of a range, and marks of
/// formatting.
bool makes_range(std::string_view between) {
    constexpr std::array<std::string_view, 17> kJoints = {"..",   "...",     "^..",   "^...", "…",   "–",
                                                          "—",    "to",      "→",     ">",    "=>",  "⟶",
                                                          "thru", "through", "until", "till", "upto"};
    const std::string bare = label_key(between);
    return std::find(kJoints.begin(), kJoints.end(), bare) != kJoints.end();
}

/// `between 1f2e3d4 and 5c6b7a8`
bool begins_range(std::string_view text, std::size_t at) {
    return base::equals_ignoring_case(word_before(text, at), "between");
}

/// Only `,`, `and`, `&`, `+` or what makes a range stands between two members of a list.
bool joins(std::string_view between) {
    const std::string bare = label_key(between);
    return bare == "," || bare == "and" || bare == ",and" || bare == "&" || bare == "+" ||
           makes_range(between);
}

const Piece* code_piece(const Text& line, std::size_t at) {
    const Piece* piece = line.piece_at(at);
    return piece != nullptr && piece->code ? piece : nullptr;
}

/// The token is all that its backticks hold.
bool fills_backticks(const Text& line, base::Span token) {
    const Piece* piece = code_piece(line, token.begin);
    if (piece == nullptr || piece->offset != token.begin) return false;
    return token.end == line.text.size() || code_piece(line, token.end) == nullptr;
}

struct Token {
    base::Span span;
    std::string_view digits;
    bool behind_word = false; ///< the text says that it means a commit
    bool in_backticks = false;
    bool is_commit = false;
    bool is_doubtful = false; ///< no citation by its form, and yet perhaps a commit
};

bool has_digit(std::string_view digits) {
    return std::any_of(digits.begin(), digits.end(), is_digit);
}

bool is_all_digits(std::string_view digits) {
    return std::all_of(digits.begin(), digits.end(), is_digit);
}

bool has_upper_case(std::string_view digits) {
    return std::any_of(digits.begin(), digits.end(), [](char byte) { return byte >= 'A' && byte <= 'F'; });
}

bool has_right_size(std::string_view digits) {
    return digits.size() >= kShortest && digits.size() <= kLongest;
}

bool is_commit(const Token& token) {
    if (token.is_doubtful) return false;
    const bool right_size = has_right_size(token.digits);
    if (token.behind_word) return right_size || has_digit(token.digits) || token.in_backticks;
    if (!right_size || has_upper_case(token.digits) || is_all_digits(token.digits)) return false;
    return has_digit(token.digits) || token.in_backticks;
}

/// Of those that the text does not call one.
bool may_be_commit(const Token& token) {
    if (has_right_size(token.digits))
        return token.is_doubtful || is_all_digits(token.digits) || has_upper_case(token.digits);
    return token.digits.size() == kShortest - 1 && has_digit(token.digits);
}

FoundCommit found_commit(const Text& line, const Token& token) {
    FoundCommit found;
    found.mention.digits = base::lower(token.digits);
    found.mention.source = line.source_of(token.span);
    found.mention.well_formed = has_right_size(token.digits);
    found.in_text = token.span;
    return found;
}

std::vector<Token> hexadecimal_tokens(const Text& line) {
    std::vector<Token> tokens;
    const std::string_view text = line.text;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_hexadecimal(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_hexadecimal(text[end])) ++end;
        const bool linked = is_in_commit_address(text, at);
        const bool doubtful = may_be_named_behind(text, at);
        const bool begins = linked || ((doubtful || may_precede(text, at)) && !is_in_address(text, at));
        const bool apart = is_apart(text, at, end) || (doubtful && !word_begins_at(text, end));
        if (end - at >= kShortestMeant && begins && apart && may_follow(text, end)) {
            const base::Span span{at, end};
            tokens.push_back(
                {span, text.substr(at, end - at), linked, fills_backticks(line, span), false, doubtful});
        }
        at = end;
    }
    return tokens;
}

/// The tokens, each with whether the text means a commit by it.
std::vector<Token> classified_tokens(const Text& line) {
    std::vector<Token> tokens = hexadecimal_tokens(line);
    std::optional<std::size_t> list_end;
    for (Token& token : tokens) {
        const std::string_view text = line.text;
        const bool in_list = list_end && joins(text.substr(*list_end, token.span.begin - *list_end));
        token.behind_word = token.behind_word || in_list ||
                            names_commits(word_before(text, token.span.begin),
                                          text.substr(token.span.begin, token.span.size()));
        token.is_commit = is_commit(token);
        if (token.is_commit) list_end = token.behind_word ? std::optional(token.span.end) : std::nullopt;
    }
    return tokens;
}

} // namespace

std::vector<FoundCommit> find_commits(const Text& line) {
    std::vector<FoundCommit> found;
    const std::string_view text = line.text;
    for (const Token& token : classified_tokens(line)) {
        if (!token.is_commit) continue;
        FoundCommit commit = found_commit(line, token);
        if (!found.empty()) {
            const std::size_t behind = found.back().in_text.end;
            const std::string_view between = text.substr(behind, token.span.begin - behind);
            commit.mention.ends_range =
                makes_range(between) ||
                (label_key(between) == "and" && begins_range(text, found.back().in_text.begin));
        }
        found.push_back(std::move(commit));
    }
    return found;
}

std::vector<FoundCommit> find_possible_commits(const Text& line) {
    std::vector<FoundCommit> found;
    for (const Token& token : classified_tokens(line)) {
        if (token.is_commit || !may_be_commit(token)) continue;
        found.push_back(found_commit(line, token));
        found.back().mention.well_formed = true;
    }
    return found;
}

std::optional<CommitMention> commit_of_destination(std::string_view destination, base::Span source) {
    for (const std::string_view folder : {"/commit/", "/commits/"}) {
        const std::size_t at = destination.find(folder);
        if (at == std::string_view::npos) continue;
        const std::string_view behind = destination.substr(at + folder.size());
        const auto end = std::find_if_not(behind.begin(), behind.end(), is_hexadecimal);
        const std::string_view digits = behind.substr(0, static_cast<std::size_t>(end - behind.begin()));
        if (has_right_size(digits)) return CommitMention{base::lower(digits), source};
    }
    return std::nullopt;
}

} // namespace docs_lint::model
