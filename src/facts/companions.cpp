#include "facts/companions.hpp"

#include "facts/fix_commits.hpp"
#include "facts/rewriting.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

bool matches_any(const std::string& path, const std::vector<base::PathPattern>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const base::PathPattern& pattern) { return pattern.matches(path); });
}

bool holds_any(const std::vector<std::string>& paths, const std::vector<base::PathPattern>& patterns) {
    return std::any_of(paths.begin(), paths.end(),
                       [&](const std::string& path) { return matches_any(path, patterns); });
}

std::optional<std::vector<std::string>> lacking_files(const policy::Companions& rule,
                                                      const Citation& citation,
                                                      const git::Repository& repository,
                                                      const git::CommitGraph& graph) {
    const auto wanted = [&rule](const std::string& path) { return is_companion(path, rule); };
    const auto paths = rewritten_paths_of(repository, graph.commit(*citation.graph_index).commit, wanted);
    if (!paths) return std::nullopt;
    std::vector<std::string> lacking;
    for (std::size_t group = 0; group < rule.files.size(); ++group)
        if (!holds_any(*paths, rule.files[group])) lacking.push_back(rule.names[group]);
    return lacking;
}

/// That the fix itself is older is for the rule about work before its gate.
bool is_cited_as_fix(const Citation& citation, const DocumentCitations& citations) {
    const auto& spec_first = citations.document->process->spec_first;
    if (!spec_first) return false;
    const auto fixes = citations_of_fix(citations, *spec_first, *citations.document->policy);
    return std::any_of(fixes.begin(), fixes.end(),
                       [&](const Citation* fix) { return fix->graph_index == citation.graph_index; });
}

bool is_older_than_record(const Citation& citation, const DocumentCitations& citations) {
    return precedes_opening(*citation.committed_at, time_of_opening(*citations.document)) &&
           !is_cited_as_fix(citation, citations);
}

} // namespace

bool is_companion(const std::string& path, const policy::Companions& rule) {
    return std::any_of(rule.files.begin(), rule.files.end(),
                       [&](const auto& patterns) { return matches_any(path, patterns); });
}

std::vector<CompanionCommit> commits_of(const policy::Companions& rule, const DocumentCitations& citations,
                                        const git::Repository& repository, const git::CommitGraph& graph) {
    std::vector<CompanionCommit> commits;
    for (const Citation* citation : citations.of_item(rule.commit))
        if (citation->resolved())
            commits.push_back({citation, lacking_files(rule, *citation, repository, graph),
                               is_older_than_record(*citation, citations)});
    return commits;
}

std::vector<UndeclaredChange> undeclared_changes(const policy::Companions& rule, const ItemFacts& decision,
                                                 const std::vector<SpecOrder>& orders,
                                                 const DocumentFacts& document) {
    std::vector<UndeclaredChange> undeclared;
    if (!is_waived(decision, *document.policy)) return undeclared;
    for (const SpecOrder& order : orders) {
        if (order.document != &document) continue;
        for (const FixFiles& fix : order.fixes) {
            UndeclaredChange change{&document, &decision, fix.citation, {}};
            for (std::size_t group = 0; fix.paths && group < rule.files.size(); ++group)
                if (holds_any(*fix.paths, rule.files[group])) change.names.push_back(rule.names[group]);
            if (!change.names.empty()) undeclared.push_back(std::move(change));
        }
    }
    return undeclared;
}

std::vector<CompanionFacts> gather_companions(const Corpus& corpus,
                                              const std::vector<DocumentCitations>& citations,
                                              const std::vector<SpecOrder>& orders,
                                              const git::Repository& repository,
                                              const git::CommitGraph& graph) {
    std::vector<CompanionFacts> all;
    for (const DocumentFacts& document : corpus.documents) {
        if (document.process == nullptr) continue;
        for (const policy::Companions& rule : document.process->companions) {
            const ItemFacts* decision = document.find_item(rule.decision);
            const ItemFacts* commit = document.find_item(rule.commit);
            if (decision == nullptr && (!rule.decision.empty() || commit == nullptr)) continue;
            CompanionFacts facts{&document, &rule, decision, commit, {}, true, false, {}};
            if (const DocumentCitations* of_document = find_citations(citations, document)) {
                facts.commits = commits_of(rule, *of_document, repository, graph);
                facts.cites_none = of_document->of_item(rule.commit).empty();
            }
            facts.due = decision != nullptr ? decision_of(*decision, *document.policy) == DecisionAnswer::yes
                                            : !facts.cites_none && !is_waived(*commit, *document.policy);
            if (decision != nullptr && !facts.due)
                facts.undeclared = undeclared_changes(rule, *decision, orders, document);
            all.push_back(std::move(facts));
        }
    }
    return all;
}

} // namespace docs_lint::facts
