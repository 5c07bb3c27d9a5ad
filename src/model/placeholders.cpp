#include "model/placeholders.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/paths.hpp"
#include "model/status_words.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <string>

namespace docs_lint::model {
namespace {

using markdown::Text;

/// Braces around all of it: a template's placeholder, whoever put backticks around it.
bool is_one_brace(std::string_view code) {
    code = base::trim(code);
    return code.size() > 2 && code.front() == '{' && code.back() == '}' &&
           code.find_first_of("\":") == std::string_view::npos;
}

/// What stands in backticks, and paths, are no words of the writer: blanks in their place.
std::string without_quotations(const Text& text) {
    std::string words = text.text;
    const bool all_code =
        std::all_of(text.pieces.begin(), text.pieces.end(), [](const auto& piece) { return piece.code; });
    for (std::size_t at = 0; at < text.pieces.size() && !all_code; ++at) {
        if (!text.pieces[at].code) continue;
        const std::size_t begin = text.pieces[at].offset;
        const std::size_t end = at + 1 < text.pieces.size() ? text.pieces[at + 1].offset : words.size();
        if (is_one_brace(std::string_view(text.text).substr(begin, end - begin))) continue;
        std::fill(words.begin() + static_cast<std::ptrdiff_t>(begin),
                  words.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    }
    for (const FoundPath& path : find_paths(text))
        std::fill(words.begin() + static_cast<std::ptrdiff_t>(path.in_text.begin),
                  words.begin() + static_cast<std::ptrdiff_t>(path.in_text.end), ' ');
    return words;
}

constexpr std::size_t kFewestWordsAround = 5;

/// Where `close` stands behind a quote that opens at `at`; nothing where no quote opens there.
std::optional<base::Span> quote_at(std::string_view text, std::size_t at) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"“", "”"}}) {
        if (!text.substr(at).starts_with(open)) continue;
        const std::size_t end = text.find(close, at + open.size());
        if (end != std::string_view::npos) return base::Span{at, end + close.size()};
    }
    return std::nullopt;
}

/// Evidence tells what a screen or a document said: blanks in the place of such quotes, where enough is said
/// around them.
std::string without_quotes(std::string words) {
    std::string around = words;
    for (std::size_t at = 0; at < words.size(); ++at)
        if (const auto quote = quote_at(words, at)) {
            std::fill(around.begin() + static_cast<std::ptrdiff_t>(quote->begin),
                      around.begin() + static_cast<std::ptrdiff_t>(quote->end), ' ');
            at = quote->end - 1;
        }
    const std::string plain = base::normalise_name(around);
    return base::split(plain, ' ').size() >= kFewestWordsAround ? around : words;
}

/// `{"film": 0`: a key in quotes and its value, as data is written and no template asks for anything.
bool begins_data(std::string_view behind_brace) {
    static const re2::RE2 entry(R"(\s*(?:"[^"{}]+"|'[^'{}]+')\s*:)");
    re2::StringPiece text(behind_brace.data(), behind_brace.size());
    return re2::RE2::Consume(&text, entry);
}

bool is_part_of_word(std::string_view words, std::size_t at) {
    if (at == 0) return false;
    const char before = words[at - 1];
    return is_letter(before) || is_digit(before) || before == '/' || before == '$';
}

bool has_open_brace(std::string_view words) {
    const std::size_t last = words.rfind('}');
    if (last == std::string_view::npos) return false;
    for (std::size_t at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1)) {
        if (at > last) return false;
        if (!is_part_of_word(words, at) && !begins_data(words.substr(at + 1))) return true;
    }
    return false;
}

bool has_open_bracket(std::string_view words, const policy::SignOffFormat& format) {
    for (std::size_t at = words.find('['); at != std::string_view::npos; at = words.find('[', at + 1)) {
        const std::size_t end = words.find(']', at);
        if (end == std::string_view::npos) return false;
        if (contains_any_word(words.substr(at, end - at), format.pending_words)) return true;
        at = end;
    }
    return false;
}

bool is_one_bracket(std::string_view text) {
    const std::string_view trimmed = base::trim(text);
    return trimmed.size() > 1 && trimmed.front() == '[' && trimmed.find(']') == trimmed.size() - 1;
}

bool begins_with_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        const auto at = find_word(text.substr(0, word.size() + 4), word);
        return at == std::size_t{0};
    });
}

} // namespace

bool has_placeholder(const Text& text, const policy::SignOffFormat& format) {
    const auto has = [&](const char* mark) { return text.text.find(mark) != std::string::npos; };
    if (!has("{") && !has("[") && !has("???")) return false; // most lines
    const std::string words = without_quotations(text);
    return has_open_brace(words) || has_open_bracket(words, format) ||
           words.find("???") != std::string::npos || is_one_bracket(words);
}

bool is_nothing_but_pending(const Text& line, const policy::SignOffFormat& format) {
    std::string_view words = base::trim(line.text);
    while (!words.empty() && std::string_view(".;,:…").find(words.back()) != std::string_view::npos)
        words.remove_suffix(1);
    const std::string bare = without_glyphs(words);
    return std::any_of(format.pending_words.begin(), format.pending_words.end(),
                       [&](const std::string& word) { return base::equals_ignoring_case(bare, word); });
}

/// Words for what is still to come that mean something else here: `has to follow the spec`, `flows to be
/// added rather than ...`, `replaced the placeholder by the formula`, `counts pending orders`.
static void drop_other_uses(std::string& words) {
    static const re2::RE2 pattern(
        R"((?i)\b(?:has|have|had|needs?|fails?|failed|supposed) to follow the\b|\bsteps to follow are\b|)"
        R"(\bto be added rather than\b|\b(?:replaced|removed|deleted|dropped) the (?:placeholder|todo)\b|)"
        R"(\b(?:placeholder|todo)s? (?:(?:was|were) )?(?:removed|replaced|dropped|deleted)\b|\btodo comment\b|)"
        R"(\bpending (?:orders?|payments?|transactions?|transfers?|trades?|invoices?)\b|)"
        R"(\b(?:orders?|payments?|transactions?|transfers?|trades?) (?:in progress|awaiting (?:settlement|payment|delivery))\b)");
    if (words.size() > 12) re2::RE2::GlobalReplace(&words, pattern, " ");
}

bool is_pending(const Text& text, const policy::SignOffFormat& format) {
    if (has_placeholder(text, format)) return true;
    std::string words = base::fold_look_alikes(without_quotes(without_quotations(text)));
    drop_other_uses(words);
    const std::string bare = without_glyphs(words);
    const bool nothing_said =
        is_blank_or_dash(bare) && !text.empty() && is_blank_or_dash(without_glyphs(text.text));
    return nothing_said || bare == "..." || bare == "…" || begins_with_any(bare, format.pending_words) ||
           says(words, format.pending_words);
}

} // namespace docs_lint::model
