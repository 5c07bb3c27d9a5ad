#include "facts/severity.hpp"

#include "base/text.hpp"
#include "facts/asked_evidence.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>

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

/// `Medium or High`, `Medium/High`: the tier that is offered beside the one before.
const policy::SeverityTier* option_behind(std::string_view rest, const policy::Process& process) {
    static const re2::RE2 joint(R"((?i)^[\s*_`]*(?:or\b|/)[\s*_`]*)");
    re2::StringPiece input(rest.data(), rest.size());
    if (!re2::RE2::Consume(&input, joint)) return nullptr;
    for (const policy::SeverityTier& tier : process.severities)
        if (model::starts_with_ignoring_case({input.data(), input.size()}, tier.name)) return &tier;
    return nullptr;
}

} // namespace

bool is_waiting(std::string_view text, const policy::SignOffFormat& format) {
    return model::is_blank_or_dash(text) || text.find_first_of("{[?") != std::string_view::npos ||
           model::contains_any_word(text, format.placeholder_words);
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
    const policy::SeverityTier* option = option_behind(text.substr(first + named->name.size()), process);
    return option != nullptr ? std::min(named, option) : named;
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
