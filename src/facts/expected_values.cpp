#include "facts/expected_values.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

using policy::EvidenceKind;

bool shows_calculation(const ItemFacts* item, const DocumentFacts& document) {
    return item != nullptr &&
           lacking_kinds(*item, {EvidenceKind::calculation}, *document.policy, document.process).empty();
}

/// Where the item stands twice, the one that asks for more counts.
const ItemFacts* find_decision(const DocumentFacts& document, const std::string& id) {
    for (const GateFacts& gate : document.gates)
        for (const ItemFacts& item : gate.items)
            if (item.definition != nullptr && item.definition->id == id &&
                decision_of(item, *document.policy) == DecisionAnswer::yes)
                return &item;
    return document.find_item(id);
}

} // namespace

bool are_values_due(const ItemFacts& decision, const DocumentFacts& document) {
    if (decision_of(decision, *document.policy) == DecisionAnswer::yes) return true;
    return shows_calculation(&decision, document) && !is_waived(decision, *document.policy);
}

std::vector<ExpectedValues> gather_expected_values(const Corpus& corpus,
                                                   const std::vector<DocumentCitations>& citations,
                                                   const std::vector<SpecOrder>& orders,
                                                   const git::Repository& repository,
                                                   const git::CommitGraph& graph) {
    std::vector<ExpectedValues> all;
    for (const DocumentFacts& document : corpus.documents) {
        if (document.process == nullptr || !document.process->expected_values) continue;
        const policy::Companions& rule = *document.process->expected_values;
        const ItemFacts* decision = find_decision(document, rule.decision);
        if (decision == nullptr) continue;
        ExpectedValues facts;
        facts.document = &document;
        facts.rule = &rule;
        facts.decision_item = decision;
        facts.commit_item = document.find_item(rule.commit);
        facts.due = are_values_due(*decision, document);
        facts.has_calculation =
            shows_calculation(decision, document) || shows_calculation(facts.commit_item, document);
        if (const DocumentCitations* of_document = find_citations(citations, document)) {
            facts.commits = commits_of(rule, *of_document, repository, graph);
            facts.all_resolve = facts.commits.size() == of_document->of_item(rule.commit).size();
        }
        if (!facts.due) facts.undeclared = undeclared_changes(rule, *decision, orders, document);
        all.push_back(std::move(facts));
    }
    return all;
}

} // namespace docs_lint::facts
