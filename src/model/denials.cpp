#include "model/denials.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

/// `No`, `Fail` and what stands for them, up to the first mark behind it.
std::string_view verdict_of(std::string_view value) {
    std::size_t end = 0;
    while (end < value.size() && std::string_view(",;.(").find(value[end]) == std::string_view::npos &&
           dash_at(value, end) == 0)
        ++end;
    return base::trim(value.substr(0, end));
}

bool is_any(std::string_view word, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& one) { return base::equals_ignoring_case(one, word); });
}

/// A role, or a word for signing: elsewhere a plain `No` is the answer to another question.
bool tells_of_sign_off(std::string_view label) {
    static const re2::RE2 pattern(
        R"((?i)\b(?:pmo|qa|owner|lead|head|engineer|sign-?off|signed|approv\w+|validat\w+|confirm\w+|re-?check|re-?test|verdict)\b)");
    static const re2::RE2 question(
        R"((?i)\b(?:required|needed|necessary|affected|changed?|updated?|update|open|found|action|notified)\b)");
    const re2::StringPiece input(label.data(), label.size());
    return re2::RE2::PartialMatch(input, pattern) && !re2::RE2::PartialMatch(input, question);
}

/// `Fail — PMO Lead, 2026-03-02`
bool is_signed(std::string_view value) {
    static const re2::RE2 pattern(R"(\s(?:—|–|-)\s*\p{Lu}[^,;]*,\s*[0-9]{4}-[0-9]{2}-[0-9]{2})");
    return re2::RE2::PartialMatch(re2::StringPiece(value.data(), value.size()), pattern);
}

} // namespace

LabelKind denied_component(std::string_view label, std::string_view value,
                           const policy::SignOffFormat& format) {
    const std::string verdict = without_glyphs(verdict_of(value));
    const bool fails = is_any(verdict, format.validation_fail);
    if (!fails && !is_any(verdict, format.owner_no)) return LabelKind::none;
    if (!(fails && is_signed(value)) && !tells_of_sign_off(label)) return LabelKind::none;
    return fails ? LabelKind::validation : LabelKind::owner_confirmation;
}

bool begins_with_withdrawal(std::string_view text) {
    static const re2::RE2 pattern(
        R"((?i)(?:withdrawn|revoked|retracted|rescinded|cancell?ed|annulled|overturned|taken back)\b)");
    re2::StringPiece input(text.data(), text.size());
    return re2::RE2::Consume(&input, pattern);
}

std::size_t size_before_withdrawal(std::string_view label) {
    const std::size_t blank = label.rfind(' ');
    return blank != std::string_view::npos && begins_with_withdrawal(label.substr(blank + 1)) ? blank : 0;
}

} // namespace docs_lint::model
