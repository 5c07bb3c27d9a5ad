#include "model/remark.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "model/persons.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

re2::StringPiece as_input(std::string_view text) {
    return {text.data(), text.size()};
}

bool holds_later_date(std::string_view text, const base::Moment& signed_on) {
    const auto moments = base::find_moments(text);
    return std::any_of(moments.begin(), moments.end(), [&](const base::MomentMention& mention) {
        return !mention.moment || signed_on.date < mention.moment->date;
    });
}

/// `2 of 3 cases`, `0 passed`
bool counts_too_few(std::string_view text) {
    static const re2::RE2 counted(R"((?i)\b([0-9]{1,6})[ -]*(?:of|out of|/)[ -]*([0-9]{1,6})\b)");
    static const re2::RE2 none(R"((?i)\b0 (?:\w+ )?(?:pass|passed|ok|correct|run|tested|checked)\b)");
    re2::StringPiece rest = as_input(text);
    for (int some = 0, all = 0; re2::RE2::FindAndConsume(&rest, counted, &some, &all);)
        if (some < all) return true;
    return re2::RE2::PartialMatch(as_input(text), none);
}

/// Numbers, versions, commits, files, paths, links, items and addresses judge nothing.
bool is_reference(std::string_view word) {
    static const re2::RE2 pattern(
        R"([#!]?v?[0-9][0-9.:,x/tz+-]*[a-z]{0,3}|[0-9a-f]{7,40}|#?[a-z]{1,12}[-_]?[0-9]+(?:[.-][0-9]+)*|)"
        R"([a-z]+://.*|[^/]+(?:/[^/]+)*/[^/]*\.[^/]*|[\w-]+\.[a-z]{1,5}|\S+@\S+)");
    return re2::RE2::FullMatch(as_input(word), pattern);
}

bool is_known(std::string_view word, const policy::SignOffFormat& format) {
    return std::find(format.remark_words.begin(), format.remark_words.end(), word) !=
           format.remark_words.end();
}

// What stands in the place of roles: of those that signed, and of all others.
constexpr std::string_view kSigner = "role";
constexpr std::string_view kOther = "otherrole";

/// `e-mail` as it stands, `re-tested` and `and/or` by their parts.
bool is_harmless(std::string_view word, const policy::SignOffFormat& format) {
    while (!word.empty() && std::string_view(".:'").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    if (word.ends_with("'s")) word.remove_suffix(2);
    if (word.empty() || word == kSigner || word == kOther) return true;
    if (is_known(word, format) || is_reference(word)) return true;
    const std::size_t joint = word.find_first_of("-/_");
    return joint != std::string_view::npos && is_harmless(word.substr(0, joint), format) &&
           is_harmless(word.substr(joint + 1), format);
}

/// The first word or sign that is none of the harmless ones, nor joins or closes sentences.
std::optional<std::string> harmful_part(std::string_view folded, const policy::SignOffFormat& format) {
    static const re2::RE2 joints(R"([\s,;.:()\[\]"'“”‘’–—&+%§^/✅✔✓☑👍\x{FE0F}-]+)");
    static const re2::RE2 pattern(R"(([#!]?[\pL\pN][\pL\pN_/.@#:'-]*))");
    re2::StringPiece rest = as_input(folded);
    re2::StringPiece word;
    while (!rest.empty()) {
        if (re2::RE2::Consume(&rest, joints)) continue;
        if (!re2::RE2::Consume(&rest, pattern, &word)) return "";
        if (!is_harmless({word.data(), word.size()}, format)) return std::string(word.data(), word.size());
    }
    return std::nullopt;
}

void replace_all(std::string& text, std::string_view phrase, std::string_view by) {
    for (auto at = find_word(text, phrase); at; at = find_word(text, phrase, *at + by.size()))
        text.replace(*at, phrase.size(), by);
}

/// Results, such as `no longer reproduces`, are left out.
std::string with_roles_replaced(std::string text, const std::vector<RoleMention>& signers,
                                const policy::SignOffFormat& format, const policy::RoleRegister& roles) {
    const auto signed_it = [&](const std::string& role) {
        return std::any_of(signers.begin(), signers.end(), [&](const RoleMention& one) {
            return std::find(one.roles.begin(), one.roles.end(), role) != one.roles.end();
        });
    };
    for (const policy::RoleName& role : roles.names())
        replace_all(text, role.name, signed_it(role.role) ? kSigner : kOther);
    for (const std::string& result : format.result_words) replace_all(text, result, " ");
    return text;
}

/// `signed by the PMO Lead` behind the QA Lead's date
bool tells_of_other_signer(std::string_view text) {
    static const re2::RE2 pattern(
        R"((?i)\b(?:signed|given|wrote|written|decided|answered)\b[^,;.]*\botherrole\b|\botherrole\s+(?:signed|gave|wrote|answered|decided)\b)");
    return re2::RE2::PartialMatch(as_input(text), pattern);
}

/// Words that are harmless in this company only.
std::string without_fixed_phrases(std::string text) {
    static const re2::RE2 pattern(
        R"((?i)\bto (?:the )?(?:role|otherrole|team|group|list|thread|channel|record|file)\b|\bfor v?[0-9]|)"
        R"(\b(?:checked|tested|compared|verified) against\b|\b(?:i|we) confirm\b|\bexpected values?\b|)"
        R"(\b(?:issue|ticket|comment|case|step) #?[0-9]+\b|\bcomments? (?:on|in) (?:the )?(?:pr|mr|ticket)\b|)"
        R"(\bmay [0-9]|[0-9] may\b|\b(?:via|in|on) (?:slack |teams )?\(?#[\w-]+|\ball (?:two|three|four|five|six|seven|eight|nine|ten)\b|)"
        R"(\bafter (?:the )?(?:first|second|earlier|previous|initial)?\s*(?:fail(?:ed|ure)?|run|re-?run|re-?test|test|tests|review|demo)\b)");
    re2::RE2::GlobalReplace(&text, pattern, " ");
    return text;
}

} // namespace

std::string without_assurances(std::string text) {
    static const re2::RE2 pattern(
        R"((?i)\b(?:no|without|zero)\s+(?:(?:any|further|open|other|more)\s+)?(?:objections?|reservations?|caveats?|concerns?|conditions?|comments?|remarks?|findings?|issues?|questions?)\b|\bnothing\s+(?:open|to add|to object|outstanding|further)\b|\bas (?:requested|expected|required|specified|agreed|planned|described)\b)");
    re2::RE2::GlobalReplace(&text, pattern, " ");
    return text;
}

std::optional<DoubtfulRemark> doubtful_remark(std::string_view behind_date, const base::Moment& signed_on,
                                              const std::vector<RoleMention>& signers,
                                              const policy::SignOffFormat& format,
                                              const policy::RoleRegister& roles) {
    static const re2::RE2 lead(R"([\s,;.:—–-]+)");
    re2::StringPiece rest = as_input(behind_date);
    re2::RE2::Consume(&rest, lead);
    const std::string remark(base::trim({rest.data(), rest.size()}));
    if (remark.empty()) return std::nullopt;
    if (holds_later_date(remark, signed_on) || counts_too_few(remark)) return DoubtfulRemark{remark, ""};
    const std::string words = with_roles_replaced(without_assurances(remark), signers, format, roles);
    if (tells_of_other_signer(words)) return DoubtfulRemark{remark, ""};
    const auto harmful = harmful_part(base::lower(without_fixed_phrases(without_persons(words))), format);
    if (!harmful) return std::nullopt;
    return DoubtfulRemark{remark, *harmful};
}

} // namespace docs_lint::model
