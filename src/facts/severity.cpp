#include "facts/severity.hpp"

#include "base/text.hpp"
#include "facts/asked_evidence.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>
#include <string>
#include <vector>

namespace docs_lint::facts {
namespace {

/// The words before a tier say that it is a former one, or none: `from High`, `not High`.
bool is_denied(std::string_view before) {
    constexpr std::array<std::string_view, 3> kDenials = {"from ", "not ", "no longer "};
    return std::any_of(kDenials.begin(), kDenials.end(), [&](std::string_view words) {
        return before.size() >= words.size() &&
               base::equals_ignoring_case(before.substr(before.size() - words.size()), words);
    });
}

/// `Medium or High`, `Medium/High`, `Medium → High`, `Medium-High`: the tier that is offered beside the one
/// before. Where no `or` joins them, only a tier that is spelled like one.
const policy::SeverityTier* option_behind(std::string_view rest, const policy::Process& process) {
    static const re2::RE2 joint(
        R"((?i)^(?:[\s*_`]*(or\b|/|→|⟶|➔|➜|->|=>)[\s*_`]*|[\s*_`]*to\s|[-–]|[\s*_`]*))");
    re2::StringPiece input(rest.data(), rest.size());
    std::string mark;
    if (!re2::RE2::Consume(&input, joint, &mark)) return nullptr;
    const std::string_view behind(input.data(), input.size());
    for (const policy::SeverityTier& tier : process.severities) {
        const bool named = model::find_word(behind, tier.name) == std::size_t{0};
        if (named && (!mark.empty() || behind.starts_with(tier.name))) return &tier;
    }
    return nullptr;
}

/// The clause that ends here tells of a tier that is not the record's: `earlier severity High`, `severity
/// High would need ...`.
bool tells_of_other(std::string_view clause) {
    static const std::vector<std::string> words = {
        "was",        "were",   "from",      "former",    "formerly", "earlier",   "previous",
        "previously", "before", "not",       "no",        "never",    "than",      "proposed",
        "asked",      "asks",   "requested", "suggested", "initial",  "initially", "first",
        "had",        "if",     "would",     "could",     "reported", "instead",   "for a",
        "rejected",   "wanted", "reserved",  "means",     "unless",   "until",     "lowered"};
    return model::contains_any_word(clause, words);
}

std::string_view clause_around(std::string_view text, std::size_t at) {
    const std::size_t mark = text.substr(0, at).find_last_of(".;,:(");
    const std::size_t begin = mark == std::string_view::npos ? 0 : mark + 1;
    return text.substr(begin, std::min(text.find_first_of(".;,:()", at), text.size()) - begin);
}

/// `Severity Critical`, `raised to Critical`, `assigned Critical`: no mere word, as in `low risk`.
bool is_assigned(std::string_view before) {
    static const re2::RE2 lead(
        R"((?i)\b(?:severity|priority)(?:\s+is(?:\s+now)?|\s+now|\s*[:=])?[\s*_`]*$|)"
        R"(\b(?:raised|increased|upgraded|escalated|corrected|changed|set)(?:\s+\S+)?\s+(?:to|as)[\s*_`]*$|)"
        R"(\b(?:assigned|now)(?:\s+severity)?[\s*_`]*$)");
    return re2::RE2::PartialMatch(re2::StringPiece(before.data(), before.size()), lead);
}

/// The gravest tier that is assigned behind the first one.
const policy::SeverityTier* assigned_behind(std::string_view text, std::size_t first,
                                            const policy::Process& process) {
    for (const policy::SeverityTier& tier : process.severities)
        for (auto at = model::find_word(text, tier.name, first); at;
             at = model::find_word(text, tier.name, *at + tier.name.size()))
            if (is_assigned(text.substr(0, *at)) && !is_denied(text.substr(0, *at)) &&
                !tells_of_other(clause_around(text, *at)))
                return &tier;
    return nullptr;
}

const policy::SeverityTier* graver(const policy::SeverityTier* left, const policy::SeverityTier* right) {
    return right == nullptr ? left : std::min(left, right);
}

/// `Pending triage`, `⏳ To be assigned`, `Awaiting Gate T.2`, and no tier beside it.
bool says_to_come(std::string_view text) {
    const std::string bare = model::without_glyphs(text);
    if (bare.find_first_of("paountPAOUNT") != 0) return false; // most tiers, and quick
    static const re2::RE2 whole(
        R"((?i)(?:pending|awaiting|unassigned|unset|open|to\s+be\s+(?:assigned|set|determined|decided|confirmed)|)"
        R"((?:not|none)(?:\s+yet)?(?:\s+(?:assigned|set|known))?(?:\s+yet)?)(?:\s+(?:in|at|until|by|with))?)"
        R"((?:\s+(?:the\s+)?(?:triage|assessment|assignment|(?:gate\s+)?[A-Z]{1,2}\.[0-9]+))?)"
        R"((?:\s*\((?:in\s+|at\s+)?(?:triage|(?:gate\s+)?[A-Z]{1,2}\.[0-9]+)\))?\s*\.?)");
    return re2::RE2::FullMatch(bare, whole);
}

} // namespace

bool is_waiting(std::string_view text, const policy::SignOffFormat& format) {
    return model::is_blank_or_dash(text) || text.find_first_of("{[?") != std::string_view::npos ||
           model::contains_any_word(text, format.placeholder_words) || says_to_come(text);
}

const policy::SeverityTier* tier_named_in(std::string_view text, const policy::Process& process) {
    const policy::SeverityTier* named = nullptr;
    std::size_t first = text.size();
    for (const policy::SeverityTier& tier : process.severities)
        for (auto at = model::find_word(text, tier.name); at;
             at = model::find_word(text, tier.name, *at + tier.name.size())) {
            if (*at >= first || is_denied(text.substr(0, *at))) continue;
            first = *at;
            named = &tier;
        }
    if (named == nullptr) return nullptr;
    const std::size_t behind = first + named->name.size();
    return graver(graver(named, option_behind(text.substr(behind), process)),
                  assigned_behind(text, behind, process));
}

const ItemFacts* severity_item(const DocumentFacts& document) {
    for (const GateFacts& gate : document.gates)
        for (const ItemFacts& item : gate.items)
            if (item.definition != nullptr && asks_for(*item.definition, policy::EvidenceKind::severity))
                return &item;
    return nullptr;
}

std::vector<DeclaredSeverity> declared_severities(const DocumentFacts& document) {
    std::vector<DeclaredSeverity> declared;
    if (document.process == nullptr || document.process->severities.empty()) return declared;
    for (const model::TierDeclaration& one : document->severities)
        if (!is_waiting(one.text, document.policy->sign_off))
            declared.push_back({tier_named_in(one.text, *document.process), one.text, one.source, false});
    const ItemFacts* item = severity_item(document);
    if (item == nullptr) return declared;
    if (const auto* tier = tier_named_in(item->evidence.text, *document.process))
        declared.push_back({tier, item->evidence.text, item->evidence.source, true});
    return declared;
}

} // namespace docs_lint::facts
