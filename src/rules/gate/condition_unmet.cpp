#include "base/text.hpp"
#include "facts/answers.hpp"
#include "facts/areas.hpp"
#include "facts/expected_values.hpp"
#include "facts/severity.hpp"
#include "facts/waivers.hpp"
#include "facts/words.hpp"
#include "model/text_tools.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

namespace docs_lint::rules::gate::condition_unmet {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "items that depend on one another contradict each other",
    .why = "One item decides that something is needed and a later one delivers it. Where the later one is "
           "waived "
           "all the same, or passes over what the earlier one listed, what was asked for was not done, or "
           "was not "
           "needed: the record does not say which.",
    .fix = "Give the evidence that the deciding item asks for. Where that item is wrong, settle it first and "
           "sign it "
           "anew.",
    .source = "Delivery process: items of the gates that begin with \"if\"; the areas of the regression "
              "surface; the "
              "sign-off for priorities P0 and P1",
    .suppressible = false,
};

namespace {

using facts::DocumentFacts;
using facts::ItemFacts;
using policy::EvidenceKind;

bool asks_for(const std::vector<EvidenceKind>& kinds, EvidenceKind kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool gives(const ItemFacts& item, const std::vector<EvidenceKind>& kinds, const DocumentFacts& document) {
    return facts::lacking_kinds(item, kinds, *document.policy, document.process).empty();
}

/// It cites the commit that it is asked for, and no word says that none was needed.
bool carries_out(const ItemFacts& item, const DocumentFacts& document) {
    const auto& alternatives = item.definition->evidence;
    return !facts::is_waived(item, document) &&
           std::any_of(alternatives.begin(), alternatives.end(), [&](const auto& kinds) {
               return asks_for(kinds, EvidenceKind::commit) && gives(item, kinds, document);
           });
}

/// The rules that follow the commits judge these pairs, and say more.
bool is_judged_by_commits(const policy::ProcessItem& item, const policy::Process& process) {
    const auto& spec = process.spec_first;
    const bool by_spec =
        spec && spec->decision == item.needed_if &&
        std::find(spec->spec_commits.begin(), spec->spec_commits.end(), item.id) != spec->spec_commits.end();
    return by_spec ||
           std::any_of(process.companions.begin(), process.companions.end(), [&](const auto& rule) {
               return rule.decision == item.needed_if && rule.commit == item.id;
           });
}

/// What says that the item is needed.
struct Need {
    std::string what; ///< `RC.2`, `the priority P1`
    base::Span place;
    bool disputed = false; ///< another place of the record says otherwise
};

std::string first_word_of(std::string_view text) {
    const auto words = facts::split_into_words(text);
    return words.empty() ? std::string{} : words.front();
}

/// `P1`, in whichever way it is written, or the word that stands in its place.
std::string priority_of(const std::string& text) {
    const std::string priority = model::priority_in(text);
    return priority.empty() ? first_word_of(text) : priority;
}

bool declares(const model::TierDeclaration& one) {
    return !model::is_blank_or_dash(one.text) && one.text.find_first_of("{[") == std::string::npos;
}

/// A declared priority decides. Where there are several, one that asks for the item is enough to ask.
std::optional<Need> need_by_priority(const policy::ProcessItem& item, const DocumentFacts& document,
                                     bool& declared) {
    std::optional<Need> need;
    bool otherwise = false;
    const auto consider = [&](const std::string& priority, const std::string& text, base::Span source) {
        declared = true;
        const bool asks = facts::is_needed_for(item, priority);
        otherwise = otherwise || !asks;
        if (asks && !need) need = Need{"the priority \"" + text + "\"", source};
    };
    for (const model::TierDeclaration& one : document->priorities)
        if (declares(one)) consider(priority_of(one.text), one.text, one.source);
    if (const facts::ItemFacts* assigned = facts::severity_item(document))
        if (const std::string priority = model::priority_in(assigned->evidence.text); !priority.empty())
            consider(priority, priority, assigned->evidence.source);
    if (need) need->disputed = otherwise;
    return need;
}

/// The item that assigns the severity decides; a label elsewhere, where there is no such word.
std::optional<Need> need_by_severity(const policy::ProcessItem& item, const DocumentFacts& document) {
    const auto declared = facts::declared_severities(document);
    const auto asks = [&](const facts::DeclaredSeverity& one) {
        return one.tier != nullptr && facts::is_needed_for(item, one.tier->name);
    };
    const auto assigned =
        std::find_if(declared.begin(), declared.end(), [](const auto& one) { return one.in_item; });
    if (assigned != declared.end() && asks(*assigned))
        return Need{name_of(*facts::severity_item(document)), assigned->source};
    const auto labelled = std::find_if(declared.begin(), declared.end(), asks);
    if (labelled == declared.end()) return std::nullopt;
    return Need{"the severity \"" + labelled->text + "\"", labelled->source, assigned != declared.end()};
}

/// New values that are calculated by hand say so without a yes, too.
bool decides_for(const ItemFacts& other, const DocumentFacts& document) {
    const auto& values = document.process->expected_values;
    if (values && values->decision == other.definition->id) return facts::are_values_due(other, document);
    return facts::decision_of(other, *document.policy) == facts::DecisionAnswer::yes;
}

std::optional<Need> need_of(const ItemFacts& item, const DocumentFacts& document) {
    const policy::ProcessItem& definition = *item.definition;
    const ItemFacts* other =
        definition.needed_if.empty() ? nullptr : document.find_item(definition.needed_if);
    if (other != nullptr && !is_judged_by_commits(definition, *document.process) &&
        decides_for(*other, document))
        return Need{name_of(*other), place_of(*other, other->evidence_component)};
    if (definition.needed_for.empty()) return std::nullopt;
    bool declared = false;
    auto need = need_by_priority(definition, document, declared);
    return declared ? need : need_by_severity(definition, document);
}

void report_waiver(const ItemFacts& item, const DocumentFacts& document, Report& report) {
    const auto need = facts::rests_on_waiver(item, document) ? need_of(item, document) : std::nullopt;
    if (!need) return;
    Finding finding{
        .message = fmt::format("{} is waived, and {} says that it is needed", name_of(item), need->what),
        .location = document->at(item.evidence_component.component->source),
        .help = fmt::format("give the evidence that {} asks for; where {} is wrong, settle that first",
                            name_of(item), need->what),
        .related = {{"it is needed by this", document->at(need->place)}},
    };
    if (need->disputed) {
        finding.message += "; another place says otherwise";
        finding.at_most = diagnostics::Severity::warning;
    }
    report.finding(std::move(finding));
}

void report_needless(const ItemFacts& item, const DocumentFacts& document, Report& report) {
    const ItemFacts* other =
        item.definition->needed_if.empty() ? nullptr : document.find_item(item.definition->needed_if);
    if (other == nullptr || facts::decision_of(*other, *document.policy) != facts::DecisionAnswer::no) return;
    if (!carries_out(item, document)) return;
    report.finding({
        .message =
            fmt::format("{} cites a commit, and {} says that none is needed", name_of(item), name_of(*other)),
        .location = document->at(item.evidence_component.component->source),
        .help = fmt::format("where the change was needed after all, correct {} and have it signed anew",
                            name_of(*other)),
        .related = {{"this says that it is not needed",
                     document->at(place_of(*other, other->evidence_component))}},
        .at_most = diagnostics::Severity::warning,
    });
}

/// `all areas of RC.3`, `every affected area`, `the full regression suite`
bool covers_everything(const ItemFacts& item, const ItemFacts& list) {
    const std::string& text = item.evidence.text;
    if (base::contains_word(text, list.definition->id)) return true;
    const auto has_any = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](std::string_view word) { return base::contains_word(text, word); });
    };
    return has_any({"all", "every", "each", "whole", "entire", "full", "complete"}) &&
           has_any({"area", "areas", "surface", "suite", "regression", "regressions", "tests"});
}

/// Areas may go by other names in the two places, so this asks and does not judge.
void report_areas(const ItemFacts& item, const DocumentFacts& document, Report& report) {
    const ItemFacts* list =
        item.definition->covers.empty() ? nullptr : document.find_item(item.definition->covers);
    if (list == nullptr || list->evidence_component.component == nullptr || list->evidence.is_pending) return;
    if (item.evidence.is_pending || item.evidence.is_vague || covers_everything(item, *list)) return;
    std::vector<std::string> missing;
    for (const std::string& area : facts::areas_in(*list->evidence_component.component))
        if (!facts::mentions_area(item.evidence.text, area)) missing.push_back("\"" + area + "\"");
    if (missing.empty()) return;
    report.finding({
        .message = fmt::format("{} does not mention {}, which {} lists", name_of(item),
                               base::list_in_words(missing), name_of(*list)),
        .location = document->at(item.evidence_component.component->source),
        .help = fmt::format("say what was checked there, by the names of {}, and have it signed anew",
                            name_of(*list)),
        .related = {{"listed here", document->at(list->evidence_component.component->source)}},
        .at_most = diagnostics::Severity::warning,
    });
}

} // namespace

void check(const facts::DocumentFacts& document, Report& report) {
    if (document.process == nullptr) return;
    for (const ItemFacts* item : claimed_items(document)) {
        if (item->definition == nullptr || item->evidence_component.component == nullptr) continue;
        report_waiver(*item, document, report);
        report_needless(*item, document, report);
        report_areas(*item, document, report);
    }
}

} // namespace docs_lint::rules::gate::condition_unmet
