#include "model/remark.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

/// `by Sam Fox`, `with the Head of Engineering`; and a name in a part of its own.
std::string without_persons(std::string text) {
    static const re2::RE2 named(
        R"(\b([Bb]y|[Ww]ith|[Ff]rom) (?:the )?\p{Lu}[\pL'’.-]*(?:(?: of| and| &)? \p{Lu}[\pL'’.-]*){0,5})");
    static const re2::RE2 alone(
        R"(((?:^|[,;:(.—–-])\s*)\p{Lu}[\pL'’-]*\.?(?: \p{Lu}[\pL'’-]*\.?){1,3}(\s*(?:$|[,;:).—–-])))");
    re2::RE2::GlobalReplace(&text, named, R"(\1)");
    re2::RE2::GlobalReplace(&text, alone, R"(\1\2)");
    return text;
}

bool holds_doubtful_date(std::string_view text, const base::Moment& signed_on) {
    const auto moments = base::find_moments(text);
    return std::any_of(moments.begin(), moments.end(), [&](const base::MomentMention& mention) {
        return !mention.moment || signed_on.date < mention.moment->date;
    });
}

bool is_known(std::string_view word, const policy::SignOffFormat& format) {
    return std::find(format.remark_words.begin(), format.remark_words.end(), word) !=
           format.remark_words.end();
}

/// Numbers, versions, commits, paths, links, channels and addresses judge nothing.
bool is_reference(std::string_view word) {
    return word.find_first_of("#0123456789@") != std::string_view::npos ||
           word.find("://") != std::string_view::npos ||
           (word.find('/') != std::string_view::npos && word.find('.') != std::string_view::npos);
}

/// `e-mail` as it stands, `re-tested` and `and/or` by their parts.
bool is_harmless(std::string_view word, const policy::SignOffFormat& format) {
    while (!word.empty() && std::string_view(".:'").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    if (word.empty() || is_reference(word) || is_known(word, format)) return true;
    const std::size_t joint = word.find_first_of("-/");
    return joint != std::string_view::npos && is_harmless(word.substr(0, joint), format) &&
           is_harmless(word.substr(joint + 1), format);
}

/// What joins words and closes sentences, and ticks.
const re2::RE2& joints() {
    static const re2::RE2 pattern(R"([\s,;.:()\[\]"'“”‘’–—&+%§^/✅✔✓☑👍\x{FE0F}-]+)");
    return pattern;
}

bool are_harmless(std::string_view folded, const policy::SignOffFormat& format) {
    static const re2::RE2 word(R"((#?[\pL\pN][\pL\pN_/.@#:'-]*))");
    re2::StringPiece rest(folded.data(), folded.size());
    re2::StringPiece found;
    while (!rest.empty()) {
        if (re2::RE2::Consume(&rest, joints())) continue;
        if (!re2::RE2::Consume(&rest, word, &found)) return false;
        if (!is_harmless({found.data(), found.size()}, format)) return false;
    }
    return true;
}

void blank_out(std::string& text, std::string_view phrase) {
    for (auto at = find_word(text, phrase); at; at = find_word(text, phrase, *at))
        text.replace(*at, phrase.size(), phrase.size(), ' ');
}

/// What roles are called, and what tests give, such as `no longer reproduces`.
std::string without_roles_and_results(std::string text, const policy::SignOffFormat& format,
                                      const policy::RoleRegister& roles) {
    for (const policy::RoleName& role : roles.names()) blank_out(text, role.name);
    for (const std::string& result : format.result_words) blank_out(text, result);
    return text;
}

} // namespace

std::string without_assurances(std::string text) {
    static const re2::RE2 pattern(
        R"((?i)\b(?:no|without|zero)\s+(?:(?:any|further|open|other|more)\s+)?(?:objections?|reservations?|caveats?|concerns?|conditions?|comments?|remarks?|findings?|issues?|questions?)\b|\bnothing\s+(?:open|to add|to object|outstanding|further)\b|\bas (?:requested|expected|required|specified|agreed|planned|described)\b)");
    re2::RE2::GlobalReplace(&text, pattern, " ");
    return text;
}

std::string doubtful_remark(std::string_view behind_date, const base::Moment& signed_on,
                            const policy::SignOffFormat& format, const policy::RoleRegister& roles) {
    static const re2::RE2 lead(R"([\s,;.:—–-]+)");
    re2::StringPiece rest(behind_date.data(), behind_date.size());
    re2::RE2::Consume(&rest, lead);
    const std::string_view remark = base::trim({rest.data(), rest.size()});
    if (remark.empty()) return "";
    const std::string words =
        without_roles_and_results(without_persons(without_assurances(std::string(remark))), format, roles);
    const bool harmless = !holds_doubtful_date(remark, signed_on) && are_harmless(base::lower(words), format);
    return harmless ? "" : std::string(remark);
}

} // namespace docs_lint::model
