#include "model/persons.hpp"

#include "model/text_tools.hpp"

#include <re2/re2.h>
#include <vector>

namespace docs_lint::model {
namespace {

/// Capitals make no name of them.
bool holds_telling_word(std::string_view text) {
    static const std::vector<std::string> words = {
        "nobody",  "never",   "none",    "no",      "not",     "nope",      "na",        "asked",
        "made",    "under",   "guess",   "consent", "default", "memory",    "doubt",     "doubts",
        "forged",  "missing", "agent",   "ai",      "bot",     "claude",    "copilot",   "generated",
        "pending", "answer",  "reply",   "yes",     "fail",    "signature", "duress",    "withdrawn",
        "proxy",   "someone", "anybody", "whoever", "unknown", "absent",    "objection", "refused"};
    return contains_any_word(text, words);
}

/// The text without the names that `pattern` finds. Its groups: what goes before a name, and the name.
std::string without_names(std::string_view text, const re2::RE2& pattern) {
    std::string kept;
    re2::StringPiece before, name;
    while (re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, &before, &name)) {
        const auto begin = static_cast<std::size_t>(name.data() - text.data());
        const bool is_one = !holds_telling_word({name.data(), name.size()});
        kept += text.substr(0, is_one ? begin : begin + name.size());
        text.remove_prefix(begin + name.size());
    }
    return kept.append(text);
}

} // namespace

bool is_personal_name(std::string_view text) {
    static const re2::RE2 pattern(R"([\p{Lu}\p{Lo}][\pL'’.-]*(?: [\p{Lu}\p{Lo}][\pL'’.-]*){1,3})");
    return re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern) &&
           !holds_telling_word(text);
}

bool may_be_name(std::string_view text) {
    static const re2::RE2 one_word(R"([\p{Lu}\p{Lo}][\pL'’-]*)");
    return is_personal_name(text) ||
           (re2::RE2::FullMatch(re2::StringPiece(text.data(), text.size()), one_word) &&
            !holds_telling_word(text));
}

std::string without_persons(std::string_view text) {
    static const re2::RE2 named(
        R"(\b((?:[Bb]y|[Ww]ith|[Ff]rom|[Oo]f|[Ss]igned|[Cc]c):? )"
        R"()(@[\w-]+|[\p{Lu}\p{Lo}][\pL'’.-]*(?:(?: van| von| de| der| den| di| da)* [\p{Lu}\p{Lo}][\pL'’.-]*){0,4}))");
    static const re2::RE2 alone(
        R"(((?:^|[,;:(.—–])\s*)(@[\w-]+|[\p{Lu}\p{Lo}][\pL'’-]*\.?(?: [\p{Lu}\p{Lo}][\pL'’-]*\.?){0,3})\s*(?:$|[,;:).—–]))");
    return without_names(without_names(text, named), alone);
}

} // namespace docs_lint::model
