#include "facts/spec_order.hpp"

#include "facts/agreed_scope.hpp"
#include "facts/asked_evidence.hpp"
#include "facts/fix_commits.hpp"
#include "facts/fix_scope.hpp"
#include "facts/merged_sides.hpp"
#include "facts/rewriting.hpp"
#include "facts/taken_back.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {
namespace {

std::vector<const ItemFacts*> find_items(const DocumentFacts& document, const std::vector<std::string>& ids) {
    std::vector<const ItemFacts*> items;
    for (const std::string& id : ids)
        if (const ItemFacts* item = document.find_item(id)) items.push_back(item);
    return items;
}

class PairGatherer {
public:
    PairGatherer(const Corpus& corpus, const git::Repository& repository, const git::CommitGraph& graph)
        : corpus_(corpus), repository_(repository), graph_(graph) {}

    void gather(SpecOrder& order) const {
        if (order.citations == nullptr) return;
        std::vector<const Citation*> fixes = order.fix_commits;
        for (const Citation* citation : order.citations->of_items(order.rule->verification))
            if (belongs_to_fix(order, *citation)) fixes.push_back(citation);
        for (const Citation* fix : fixes) {
            if (!fix->resolved()) continue;
            auto commits = commits_of_fix(*fix, *corpus_.policy, repository_, graph_);
            const auto first_side =
                commits_of_first_side(*fix, order.scope, *corpus_.policy, repository_, graph_);
            commits.insert(commits.end(), first_side.begin(), first_side.end());
            for (const Citation* spec : order.spec_commits)
                if (spec->resolved())
                    for (const std::size_t commit : commits)
                        order.pairs.push_back(pair(order, *spec, *fix, commit));
        }
    }

    [[nodiscard]] FixFiles files_of(const Citation& fix) const {
        return files_of_fix(fix, *corpus_.policy, repository_, graph_);
    }

private:
    /// It was made since the record was opened, changes what the scope names, and nobody cites it as the
    /// spec's.
    static bool belongs_to_fix(const SpecOrder& order, const Citation& citation) {
        if (!citation.resolved() || !citation.changed_paths || !order.opened) return false;
        const auto is_same = [&](const Citation* one) { return one->graph_index == citation.graph_index; };
        if (std::any_of(order.fix_commits.begin(), order.fix_commits.end(), is_same)) return false;
        if (std::any_of(order.spec_commits.begin(), order.spec_commits.end(), is_same)) return false;
        if (precedes_opening(*citation.committed_at, order.opened)) return false;
        return std::any_of(
            citation.changed_paths->begin(), citation.changed_paths->end(), [&](const std::string& path) {
                return std::any_of(order.scope.begin(), order.scope.end(),
                                   [&](const auto& mention) { return scope_covers(mention, path); });
            });
    }

    [[nodiscard]] OrderedPair pair(const SpecOrder& order, const Citation& spec, const Citation& fix,
                                   std::size_t fix_commit) const {
        OrderedPair pair;
        pair.spec = &spec;
        pair.fix = &fix;
        pair.fix_commit = git::to_hex(graph_.commit(fix_commit).commit.id);
        pair.same_commit = *spec.graph_index == fix_commit;
        pair.spec_is_strict_ancestor =
            pair.same_commit ? git::Answer::no : graph_.is_ancestor(*spec.graph_index, fix_commit);
        pair.reversed =
            !pair.same_commit && graph_.is_ancestor(fix_commit, *spec.graph_index) == git::Answer::yes;
        pair.taken_back = pair.spec_is_strict_ancestor == git::Answer::yes &&
                          is_update_taken_back(order, spec, fix_commit, *corpus_.policy, repository_, graph_);
        return pair;
    }

    const Corpus& corpus_;
    const git::Repository& repository_;
    const git::CommitGraph& graph_;
};

void add_all(std::vector<std::string>& sorted, const std::vector<std::string>& more) {
    sorted.insert(sorted.end(), more.begin(), more.end());
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
}

void gather_cited_specifications(SpecOrder& order, const Corpus& corpus) {
    for (const GateFacts& gate : order.document->gates)
        for (const ItemFacts& item : gate.items)
            if (is_about_specification(item, *order.rule))
                add_all(order.cited_specifications, specifications_named_by(item, corpus));
    if (order.decision == DecisionAnswer::yes)
        order.specifications_to_update =
            specifications_named_by(*order.decision_item, corpus, paths_left_alone(*order.decision_item));
}

/// Where the item stands twice, a yes counts: it may be the later assessment.
const ItemFacts* find_decision(const DocumentFacts& document, const std::string& id,
                               const policy::Policy& policy) {
    for (const GateFacts& gate : document.gates)
        for (const ItemFacts& item : gate.items)
            if (item.definition != nullptr && item.definition->id == id &&
                decision_of(item, policy) == DecisionAnswer::yes)
                return &item;
    return document.find_item(id);
}

SpecOrder gather(const DocumentFacts& document, const policy::SpecFirst& rule, const Corpus& corpus,
                 const DocumentCitations* citations, const PairGatherer& pairs, const ReadPath& read) {
    SpecOrder order;
    order.document = &document;
    order.citations = citations;
    order.rule = &rule;
    order.decision_item = find_decision(document, rule.decision, *corpus.policy);
    if (order.decision_item != nullptr) order.decision = decision_of(*order.decision_item, *corpus.policy);
    order.spec_items = find_items(document, rule.spec_commits);
    order.fix_items = find_items(document, rule.fix_commits);
    order.scope_items = find_items(document, rule.scope);
    if (citations != nullptr) {
        order.spec_commits = citations->of_items(rule.spec_commits);
        order.fix_commits = citations_of_fix(*citations, rule, *corpus.policy);
    }
    gather_scope(order, corpus, read);
    gather_cited_specifications(order, corpus);
    order.opened = time_of_opening(document);
    pairs.gather(order);
    for (const Citation* fix : order.fix_commits)
        if (fix->resolved()) order.fixes.push_back(pairs.files_of(*fix));
    widen_scope(order, corpus);
    return order;
}

} // namespace

std::vector<std::string> specifications_named_by(const ItemFacts& item, const Corpus& corpus,
                                                 const std::vector<model::PathMention>& left_out) {
    std::vector<std::string> paths;
    for (const model::PathMention& mention : item.evidence.paths) {
        if (stands_among(left_out, mention)) continue;
        const auto present = corpus.index.ending_in(mention.path);
        for (const std::string& path : present)
            if (is_specification(path, *corpus.policy)) paths.push_back(path);
        // What was moved since stood there when it was signed; what never did is for the rules about
        // evidence.
        if (present.empty() && is_specification(mention.path, *corpus.policy)) paths.push_back(mention.path);
    }
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

bool is_about_specification(const ItemFacts& item, const policy::SpecFirst& rule) {
    if (item.definition == nullptr) return false;
    const auto is_among = [&](const std::vector<std::string>& ids) {
        return std::find(ids.begin(), ids.end(), item.definition->id) != ids.end();
    };
    return item.definition->id == rule.decision || is_among(rule.spec_commits) || is_among(rule.scope) ||
           asks_for(*item.definition, policy::EvidenceKind::version);
}

std::optional<base::Moment> time_of_opening(const DocumentFacts& document) {
    std::optional<base::Moment> first;
    for (const GateFacts& gate : document.gates)
        for (const ItemFacts& item : gate.items)
            if (const auto& date = item.validation.date;
                date && (!first || base::surely_before(*date, *first)))
                first = date;
    return first;
}

bool precedes_opening(base::Instant made, const std::optional<base::Moment>& opened) {
    return opened && base::surely_before({base::latest_date_at(made), {}}, *opened);
}

bool SpecOrder::cites_specification(const std::string& path) const {
    return std::binary_search(cited_specifications.begin(), cited_specifications.end(), path);
}

std::vector<SpecOrder> gather_spec_orders(const Corpus& corpus,
                                          const std::vector<DocumentCitations>& citations,
                                          const git::Repository& repository, const git::CommitGraph& graph,
                                          const ReadPath& read) {
    const PairGatherer pairs(corpus, repository, graph);
    std::vector<SpecOrder> orders;
    for (const DocumentFacts& document : corpus.documents)
        if (document.process != nullptr && document.process->spec_first)
            orders.push_back(gather(document, *document.process->spec_first, corpus,
                                    find_citations(citations, document), pairs, read));
    return orders;
}

} // namespace docs_lint::facts
