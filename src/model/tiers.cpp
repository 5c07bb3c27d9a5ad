#include "model/tiers.hpp"

#include "model/labelled_values.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

bool names_severity(std::string_view text, const policy::Process* process) {
    return process != nullptr && std::any_of(process->severities.begin(), process->severities.end(),
                                             [&](const auto& tier) { return find_word(text, tier.name); });
}

/// In a heading, the word at the front of a tier's name, or a priority, stands in the text.
std::vector<TierDeclaration> read_labelled(const BlockTree& tree, const Document& document,
                                           const std::vector<std::string>& labels) {
    std::vector<TierDeclaration> tiers;
    for (const LabelledValue& value : read_labelled_values(tree, document.header, labels, Headings::read)) {
        const std::string kept = without_struck(value.value).text;
        if (!value.in_heading || !priority_in(kept).empty() || names_severity(kept, document.process))
            tiers.push_back({kept.empty() ? value.value.text : kept, value.place, value.value.source});
    }
    return tiers;
}

/// `(P0)`, `[P0]`, `P0:`, `P0 defect 104` or `... — P0` in the title, as written. Other numbers behind a P
/// may be parts of a name.
void add_priority_of_title(Document& document) {
    static const re2::RE2 pattern(
        R"([(\[](?:[Pp]riority:? )?([Pp][0-9])[)\],]|\b([Pp][0-9]):|^(P[0-3]) |(?:—|–| -) (P[0-3])$)");
    std::string enclosed, before_colon, in_front, behind;
    if (!re2::RE2::PartialMatch(document.title, pattern, &enclosed, &before_colon, &in_front, &behind))
        return;
    document.priorities.push_back(
        {enclosed + before_colon + in_front + behind, DeclarationPlace::line, document.title_source});
}

/// `Critical defect 104`, `... (Critical)`, `... [severity: High]`: elsewhere the word may be part of a name.
void add_severity_of_title(Document& document) {
    static const re2::RE2 pattern(
        R"((?i)^(\w+)(?:[- ]severity)? (?:defect|bug)\b|[(\[](?:severity:? )?(\w+)(?: severity)?[)\]])");
    std::string in_front, enclosed;
    if (!re2::RE2::PartialMatch(document.title, pattern, &in_front, &enclosed)) return;
    const std::string word = in_front + enclosed;
    if (names_severity(word, document.process))
        document.severities.push_back({word, DeclarationPlace::line, document.title_source});
}

/// `Tech Backlog (P0)`
void add_priority_of_type(Document& document, const std::vector<std::string>& labels) {
    static const re2::RE2 pattern(R"([(\[—–-]\s*(?:[Pp]riority:? )?([Pp][0-3])\s*(?:[)\]]|$))");
    const Field* type = document.header.find_any(labels);
    std::string priority;
    if (type != nullptr && re2::RE2::PartialMatch(type->value.text, pattern, &priority))
        document.priorities.push_back({priority, DeclarationPlace::header, type->value.source});
}

} // namespace

void read_tiers(Document& document, const BlockTree& tree, const policy::Policy& policy) {
    const policy::HeaderFields& fields = policy.header_fields;
    document.severities = read_labelled(tree, document, fields.severities);
    if (!fields.severities.empty()) add_severity_of_title(document);
    document.priorities = read_labelled(tree, document, fields.priorities);
    if (!fields.priorities.empty()) add_priority_of_title(document);
    add_priority_of_type(document, fields.types);
}

} // namespace docs_lint::model
