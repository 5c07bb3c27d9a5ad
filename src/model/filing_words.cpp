#include "model/filing_words.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <re2/re2.h>
#include <string>

namespace docs_lint::model {
namespace {

/// Words before `Filed` that say that it is not so, or not yet.
constexpr std::array<std::string_view, 14> kNotYet = {"not",  "until", "before", "when",   "once",
                                                      "yet",  "be",    "unless", "never",  "on",
                                                      "upon", "at",    "if",     "becomes"};
/// What a filing date's value begins with when there is none.
constexpr std::array<std::string_view, 16> kNoDate = {"tbc", "tbd",   "tba",   "pending", "na",   "none",
                                                      "not", "no",    "never", "upon",    "when", "once",
                                                      "to",  "until", "after", "open"};
/// ... and what may lead to a date as well as to an event: `on closure`, `on 6 March 2026`.
constexpr std::array<std::string_view, 2> kLeading = {"on", "at"};

template <typename Known>
bool is_any_of(std::string_view word, const Known& known) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> known) {
    return is_any_of<std::initializer_list<std::string_view>>(word, known);
}

bool is_word(char byte) {
    return is_letter(byte) || is_digit(byte);
}

struct Words {
    std::string_view text;
    std::size_t at = 0;

    /// The next run of letters and digits, or an empty one.
    std::string_view next() {
        while (at < text.size() && !is_word(text[at])) ++at;
        const std::size_t begin = at;
        while (at < text.size() && is_word(text[at])) ++at;
        return text.substr(begin, at - begin);
    }
};

bool begins_with_other_status(std::string_view value, const policy::DocumentClass& document_class,
                              std::size_t& end) {
    const auto& filing = document_class.filing->statuses;
    const std::size_t begin = std::min(value.find_first_not_of(" \t*_`'\""), value.size());
    for (const std::string& status : document_class.statuses) {
        const bool files = std::any_of(filing.begin(), filing.end(), [&](const std::string& one) {
            return base::equals_ignoring_case(one, status);
        });
        const bool found = !files && starts_with_ignoring_case(value.substr(begin), status) &&
                           !word_begins_at(value, begin + status.size());
        if (found) end = begin + status.size();
        if (found) return true;
    }
    return false;
}

/// What stands behind a bracket that opens `rest`.
std::string_view behind_bracket(std::string_view rest) {
    const std::size_t close = rest.find(')');
    return close == std::string_view::npos ? std::string_view() : rest.substr(close + 1);
}

/// `Filed 2026-03-06`, `Filed on 6 March 2026`: a year stands near behind the word.
bool dates_a_filing(std::string_view rest, const policy::DocumentClass& document_class) {
    static const re2::RE2 year(R"([^;.(|]{0,40}\b[12][0-9]{3}\b.*)");
    const auto& statuses = document_class.filing->statuses;
    return std::any_of(statuses.begin(), statuses.end(), [&](const std::string& status) {
        const auto at = find_word(rest, base::collapse_blanks(base::fold_look_alikes(status)));
        if (!at) return false;
        const std::string_view behind = rest.substr(*at + status.size());
        return re2::RE2::FullMatch(re2::StringPiece(behind.data(), behind.size()), year);
    });
}

/// `(Filed)`, `- now filed`: nothing stands there but that it is filed.
bool only_says_filed(std::string_view rest, const policy::DocumentClass& document_class) {
    constexpr std::array<std::string_view, 8> kBeside = {"now",  "today", "already", "and",
                                                         "also", "is",    "as",      "well"};
    Words words{rest};
    bool filed = false;
    for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
        const auto& statuses = document_class.filing->statuses;
        const bool names = std::any_of(statuses.begin(), statuses.end(), [&](const std::string& status) {
            return base::equals_ignoring_case(word, status);
        });
        if (!names && !is_any_of(word, kBeside)) return false;
        filed = filed || names;
    }
    return filed;
}

/// `Active (Filed at closure)` explains; `Active / Filed`, `Active (closed) Filed` and `Active; Filed
/// 2026-03-06` say both.
bool only_explains(std::string_view rest, const policy::DocumentClass& document_class) {
    const std::size_t at = rest.find_first_not_of(" \t*_`'\"");
    if (at == std::string_view::npos) return true;
    if (dates_a_filing(rest.substr(at), document_class) || only_says_filed(rest.substr(at), document_class))
        return false;
    if (rest[at] == '(') return only_explains(behind_bracket(rest.substr(at)), document_class);
    return rest[at] == ';' || rest[at] == '.' || rest[at] == '#' || dash_at(rest, at) > 0;
}

bool says_status(std::string_view value, std::string_view status) {
    for (auto at = find_word(value, status); at; at = find_word(value, status, *at + 1)) {
        const std::size_t far = *at > 64 ? *at - 64 : 0;
        Words words{value.substr(far, *at - far)};
        std::string_view last;
        for (std::string_view word = words.next(); !word.empty(); word = words.next()) last = word;
        if (!is_any_of(last, kNotYet)) return true;
    }
    return false;
}

/// What stands behind a ticked box or a glyph that says yes at the front, or nothing where there is none.
std::optional<std::string_view> behind_tick(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t*_`'\"");
    if (begin == std::string_view::npos) return std::nullopt;
    text.remove_prefix(begin);
    if (text.starts_with("[x]")) return text.substr(3);
    const GlyphMention mention = glyph_at(text);
    return mention.glyph == Glyph::positive ? std::optional(text.substr(mention.size)) : std::nullopt;
}

/// A tick, and behind it nothing but that it is filed or done.
bool is_ticked(std::string_view value, const policy::DocumentClass& document_class) {
    const auto rest = behind_tick(value);
    if (!rest) return false;
    const std::string_view first = Words{*rest}.next();
    return first == "yes" || first == "done" || only_says_filed(*rest, document_class) || first.empty();
}

/// What is struck through, or stands before an arrow, no longer holds.
std::string_view behind_what_was(std::string_view value) {
    const std::size_t arrow = value.rfind("→");
    if (arrow != std::string_view::npos) value.remove_prefix(arrow + std::string_view("→").size());
    const std::size_t begin = std::min(value.find_first_not_of(" \t*_"), value.size());
    if (!value.substr(begin).starts_with("~~")) return value;
    const std::size_t end = value.find("~~", begin + 2);
    return end == std::string_view::npos ? value : value.substr(end + 2);
}

} // namespace

bool files_by_status(std::string_view value, const policy::DocumentClass& document_class) {
    std::size_t end = 0;
    if (begins_with_other_status(value, document_class, end) &&
        only_explains(value.substr(end), document_class))
        return false;
    const auto& statuses = document_class.filing->statuses;
    return std::any_of(statuses.begin(), statuses.end(), [&](const std::string& status) {
        return says_status(value, base::collapse_blanks(base::fold_look_alikes(status)));
    });
}

bool files_by_tick(std::string_view line, const policy::DocumentClass& document_class) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t>+|-"), line.size());
    const auto behind = behind_tick(line.substr(begin));
    if (!behind) return false;
    const std::string_view rest = base::trim(*behind);
    const auto leads = [rest](const std::string& name) {
        const std::string folded = base::collapse_blanks(base::fold_look_alikes(name));
        return rest.starts_with(folded) && !word_begins_at(rest, folded.size());
    };
    const policy::Filing& filing = *document_class.filing;
    return (std::any_of(filing.statuses.begin(), filing.statuses.end(), leads) ||
            std::any_of(filing.date_fields.begin(), filing.date_fields.end(), leads)) &&
           (dates_a_filing(rest, document_class) || only_says_filed(rest, document_class));
}

bool files_by_date(std::string_view value, const policy::DocumentClass& document_class) {
    static const re2::RE2 digits(R"(\s*\(?[^(]*[0-9])");
    static const re2::RE2 year(R"(.*\b[12][0-9]{3}\b.*)");
    value = behind_what_was(value);
    Words words{value};
    const std::string_view first = words.next();
    const re2::StringPiece input(value.data(), value.size());
    if (is_any_of(first, {"open", "to", "after", "when", "once", "upon"}) && gives_day(value)) return true;
    if (is_any_of(first, kNoDate) || (first == "n" && words.next() == "a")) return false;
    if (is_any_of(first, kLeading)) return re2::RE2::FullMatch(input, year);
    if (is_ticked(value, document_class)) return true;
    const std::size_t mark = value.find_first_not_of(" \t*_`'\"");
    if (mark == std::string_view::npos) return false;
    if (value[mark] == '{' || value[mark] == '[' || value[mark] == '<') return gives_day(value);
    if (digits.Match(input, 0, value.size(), re2::RE2::ANCHOR_START, nullptr, 0)) return true;
    if (first == "yes" || first == "true") return true;
    const auto& statuses = document_class.filing->statuses;
    return std::any_of(statuses.begin(), statuses.end(),
                       [&](const std::string& status) { return base::equals_ignoring_case(first, status); });
}

bool gives_day(std::string_view value) {
    const auto moments = base::find_moments(value);
    const bool whole = !moments.empty() && moments.front().moment;
    Words words{value};
    for (std::string_view word = words.next(); whole && !word.empty(); word = words.next())
        if (is_any_of(word, {"due", "until", "by", "expected", "planned", "target", "before", "latest",
                             "filed", "file"}))
            return false;
    return whole;
}

bool defers_filing(std::string_view value) {
    Words words{value};
    const std::string_view first = words.next();
    return first.empty() || is_any_of(first, kNoDate) || is_any_of(first, kLeading) ||
           is_any_of(first, {"n", "will", "closure"});
}

bool is_without_value(std::string_view value) {
    return value.find_first_not_of(" \t*_`'\"|>-+") == std::string_view::npos;
}

} // namespace docs_lint::model
