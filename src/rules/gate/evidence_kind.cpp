#include "base/text.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::rules::gate::evidence_kind {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a passed item's evidence is not of a kind that the item asks for",
    .why = "Each item asks for what would prove it: a commit for a fix, path with section and version for a "
           "spec, a "
           "calculation by hand for an expected value. Other evidence may be true and prove nothing.",
    .fix = "Add what is missing, or use one of the statements that the item accepts instead.",
    .source = "Delivery process, the evidence line of each gate item",
    .suppressible = false,
};

namespace {

std::string describe_all(const std::vector<policy::EvidenceKind>& kinds) {
    std::vector<std::string> words;
    for (const policy::EvidenceKind kind : kinds) words.emplace_back(policy::describe(kind));
    return base::list_in_words(words);
}

/// How people say that nothing was needed; empty where the process has no words for it.
std::string example_of_waiver(const policy::ProcessItem& definition) {
    if (!definition.waivers.empty()) return definition.waivers.front();
    const bool asks = definition.question && !definition.question->subjects.empty();
    return asks ? fmt::format("no {} required", definition.question->subjects.front()) : std::string();
}

std::string describe_alternatives(const policy::ProcessItem& definition) {
    std::vector<std::string> alternatives;
    for (const auto& kinds : definition.evidence) {
        std::string words = describe_all(kinds);
        const bool waives =
            std::find(kinds.begin(), kinds.end(), policy::EvidenceKind::waiver) != kinds.end();
        if (const std::string example = example_of_waiver(definition); waives && !example.empty())
            words += fmt::format(" (\"{}\")", example);
        alternatives.push_back(std::move(words));
    }
    return base::list_in_words(alternatives, "or:");
}

bool has_substance(const facts::ItemFacts& item) {
    const model::Evidence& evidence = item.evidence;
    return item.evidence_component.component != nullptr && !evidence.text.empty() && !evidence.is_pending &&
           !evidence.is_vague && !evidence.is_spoken;
}

void report_contradiction(const facts::DocumentFacts& document, const facts::ItemFacts& item,
                          Report& report) {
    const auto contradiction = facts::contradiction_in_evidence(item);
    if (!contradiction) return;
    report.finding({
        .message = fmt::format("the evidence of {} says \"{}\", {} what {} asks for: {}", name_of(item),
                               contradiction->phrase,
                               contradiction->is_clear ? "the opposite of" : "which may be the opposite of",
                               name_of(item), item.definition->title),
        .location = document->at(item.evidence_component.component->source),
        .help = contradiction->is_clear
                    ? "correct the evidence, or what says that the item has passed"
                    : "say plainly how it stands now; what was so before can be told in the item's notes",
        .related = {claim_of(document, name_of(item), *item.claim)},
        .at_most = contradiction->is_clear ? diagnostics::Severity::error : diagnostics::Severity::warning,
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    for (const facts::ItemFacts* item : claimed_items(document)) {
        if (!has_substance(*item)) continue;
        if (!item->evidence_component.component->plain) {
            report.finding({
                .message = fmt::format("the evidence of {} holds something that a reader cannot see",
                                       name_of(*item)),
                .location = document->at(item->evidence_component.component->source),
                .help = "type the line anew: in plain characters, and without HTML that hides or strikes out",
            });
            continue;
        }
        report_contradiction(document, *item, report);
        const auto gap = facts::evidence_gap(*item, *document.policy, document.process);
        if (!gap) continue;
        report.finding({
            .message = fmt::format("the evidence of {} lacks {}", name_of(*item), describe_all(gap->lacking)),
            .location = document->at(item->evidence_component.component->source),
            .help = fmt::format("{} asks for {}", name_of(*item), describe_alternatives(*item->definition)),
            .related = {claim_of(document, name_of(*item), *item->claim)},
        });
    }
}

} // namespace docs_lint::rules::gate::evidence_kind
