#include "facts/severity.hpp"

#include "base/text.hpp"
#include "model/text_tools.hpp"

#include <algorithm>

namespace docs_lint::facts {
namespace {

bool is_waiting(std::string_view text, const policy::SignOffFormat& format) {
    return model::is_blank_or_dash(text) || text.find_first_of("{[?") != std::string_view::npos ||
           model::contains_any_word(text, format.placeholder_words);
}

bool asks_for_severity(const policy::ProcessItem& item) {
    return std::any_of(item.evidence.begin(), item.evidence.end(), [](const auto& kinds) {
        return std::find(kinds.begin(), kinds.end(), policy::EvidenceKind::severity) != kinds.end();
    });
}

} // namespace

const policy::SeverityTier* tier_named_in(std::string_view text, const policy::Process& process) {
    constexpr std::string_view kFormer = "from ";
    const policy::SeverityTier* named = nullptr;
    std::size_t first = text.size();
    for (const policy::SeverityTier& tier : process.severities)
        for (auto at = model::find_word(text, tier.name); at;
             at = model::find_word(text, tier.name, *at + tier.name.size())) {
            const bool former =
                *at >= kFormer.size() &&
                base::equals_ignoring_case(text.substr(*at - kFormer.size(), kFormer.size()), kFormer);
            if (former || *at >= first) continue;
            first = *at;
            named = &tier;
        }
    return named;
}

const ItemFacts* severity_item(const DocumentFacts& document) {
    for (const GateFacts& gate : document.gates)
        for (const ItemFacts& item : gate.items)
            if (item.definition != nullptr && asks_for_severity(*item.definition)) return &item;
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
