#include "facts/work_order.hpp"

#include "facts/fix_commits.hpp"
#include "facts/record_key.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::facts {
namespace {

using base::Result;
using git::Answer;
using git::CommitGraph;
using git::ObjectId;
using git::Repository;

/// The gate behind which the work of this item's gate begins; null where nothing stands before it.
const policy::ProcessGate* find_opening_gate(const policy::Process& process, const std::string& item_id) {
    const policy::ProcessGate* work = process.find_gate_of(item_id);
    if (work == nullptr) return nullptr;
    const auto opening = std::find_if(process.gates.begin(), process.gates.end(),
                                      [&](const policy::ProcessGate& gate) { return gate.to == work->from; });
    return opening == process.gates.end() ? nullptr : &*opening;
}

/// What one record said of one gate, commit by commit. Every version of it is read once.
class Versions {
public:
    Versions(const DocumentFacts& document, std::string gate, const Repository& repository)
        : document_(document), repository_(repository),
          standings_(document, std::move(gate), repository), paths_{document->path} {}

    Result<GateStanding> at(const git::Commit& commit) {
        for (const std::string& path : paths_) {
            const auto standing = at(commit, path);
            if (!standing || *standing != GateStanding::absent) return standing;
        }
        return GateStanding::absent;
    }

    /// Finds the name that the record had before it was moved to the oldest known one: with the same content,
    /// or with the same id.
    bool follow_move(const CommitGraph& graph) {
        for (std::size_t at = 0; at < graph.size(); ++at) {
            const git::GraphCommit one = graph.commit(at);
            if (one.parents.empty()) continue;
            const git::Commit parent = graph.commit(one.parents.front()).commit;
            const auto now = repository_.find_entry(one.commit.tree, paths_.back());
            const auto before = repository_.find_entry(parent.tree, paths_.back());
            if (!now || !before || !*now || *before) continue;
            if (const auto path = moved_from(parent, one.commit, (*now)->id)) {
                paths_.push_back(*path);
                return true;
            }
        }
        return false;
    }

private:
    [[nodiscard]] std::optional<std::string> moved_from(const git::Commit& parent, const git::Commit& commit,
                                                        const ObjectId& id) const {
        for (std::string& path : left_paths(document_, id, repository_, parent.tree, commit.tree))
            if (std::find(paths_.begin(), paths_.end(), path) == paths_.end()) return std::move(path);
        return std::nullopt;
    }

    Result<GateStanding> at(const git::Commit& commit, const std::string& path) {
        const auto entry = repository_.find_entry(commit.tree, path);
        if (!entry) return base::fail(entry.error());
        if (!*entry || !is_regular((*entry)->mode)) return GateStanding::absent;
        return standings_.in((*entry)->id);
    }

    const DocumentFacts& document_;
    const Repository& repository_;
    GateStandings standings_;
    std::vector<std::string> paths_; ///< the present one first, then those before it was moved
};

class OrderOfWork {
public:
    OrderOfWork(const Corpus& corpus, const Repository& repository, const CommitGraph& graph)
        : corpus_(corpus), repository_(repository), graph_(graph) {}

    std::optional<WorkOrder> judge(const DocumentFacts& document, const policy::ProcessGate& gate,
                                   const Citation& fix) const {
        Versions versions(document, gate.id, repository_);
        std::optional<WorkOrder> first;
        for (const std::size_t commit : commits_of_fix(fix, *corpus_.policy, repository_, graph_)) {
            WorkOrder order = judge(commit, versions);
            order.document = &document;
            order.gate = &gate;
            order.fix = &fix;
            const bool early = order.unknown || order.at_fix != GateStanding::passed;
            if (early) return order;
            if (!first) first = std::move(order);
        }
        return first;
    }

private:
    WorkOrder judge(std::size_t fix, Versions& versions) const {
        const git::GraphCommit one = graph_.commit(fix);
        WorkOrder order;
        order.fix_commit = git::to_hex(one.commit.id);
        order.fix_authored_at = one.commit.authored_at;
        auto standing = standing_at(one, versions);
        while (standing && *standing == GateStanding::absent && versions.follow_move(graph_))
            standing = standing_at(one, versions);
        if (!standing) {
            order.unknown = standing.error();
            return order;
        }
        order.at_fix = *standing;
        if (order.at_fix != GateStanding::passed) find_first(order, fix, versions);
        return order;
    }

    /// The better of the two: the commit that passes the gate may hold the fix as well.
    Result<GateStanding> standing_at(const git::GraphCommit& fix, Versions& versions) const {
        auto standing = versions.at(fix.commit);
        if (!standing || *standing == GateStanding::passed) return standing;
        if (fix.parents.empty()) {
            if (fix.truncated) return base::fail(graph_.gap_of(fix));
            return standing;
        }
        const auto before = versions.at(graph_.commit(fix.parents.front()).commit);
        if (!before) return before;
        return std::max(*standing, *before);
    }

    /// A commit has the gate passed, and no parent of it has.
    Result<bool> is_first(const git::GraphCommit& one, Versions& versions) const {
        const auto standing = versions.at(one.commit);
        if (!standing) return base::fail(standing.error());
        if (*standing != GateStanding::passed) return false;
        for (const std::size_t parent : one.parents) {
            const auto before = versions.at(graph_.commit(parent).commit);
            if (!before) return base::fail(before.error());
            if (*before == GateStanding::passed) return false;
        }
        return true;
    }

    /// Another line of history may have known it in time, so the earliest of those comes before any that
    /// follows the fix.
    void find_first(WorkOrder& order, std::size_t fix, Versions& versions) const {
        for (std::size_t index = 0; index < graph_.size(); ++index) {
            const git::GraphCommit one = graph_.commit(index);
            const auto first = is_first(one, versions);
            if (!first) {
                order.unknown = first.error();
                return;
            }
            if (!*first || graph_.is_ancestor(index, fix) == Answer::yes) continue;
            const Answer follows = graph_.is_ancestor(fix, index);
            if (one.truncated || follows == Answer::unknown) {
                order.unknown = one.truncated ? graph_.gap_of(one) : graph_.gap();
                return;
            }
            const bool parallel = follows == Answer::no;
            const auto& when = one.commit.committed_at;
            const bool better = order.passed_in.empty() || (parallel && !order.parallel) ||
                                (parallel && when.seconds < order.passed_at->seconds);
            if (!better) continue;
            order.passed_in = git::to_hex(one.commit.id);
            order.passed_at = when;
            order.parallel = parallel;
        }
    }

    const Corpus& corpus_;
    const Repository& repository_;
    const CommitGraph& graph_;
};

} // namespace

std::vector<WorkOrder> gather_work_orders(const Corpus& corpus,
                                          const std::vector<DocumentCitations>& citations,
                                          const Repository& repository, const CommitGraph& graph) {
    const OrderOfWork work(corpus, repository, graph);
    std::vector<WorkOrder> orders;
    for (const DocumentCitations& cited : citations) {
        const DocumentFacts& document = *cited.document;
        if (document.process == nullptr || !document.process->spec_first) continue;
        const policy::SpecFirst& rule = *document.process->spec_first;
        const auto fixes = citations_of_fix(cited, rule, *corpus.policy);
        for (const std::string& item : rule.fix_commits) {
            const policy::ProcessGate* gate = find_opening_gate(*document.process, item);
            if (gate == nullptr) continue;
            for (const Citation* fix : cited.of_item(item))
                if (fix->resolved() && std::find(fixes.begin(), fixes.end(), fix) != fixes.end())
                    if (auto order = work.judge(document, *gate, *fix)) orders.push_back(std::move(*order));
        }
    }
    return orders;
}

} // namespace docs_lint::facts
