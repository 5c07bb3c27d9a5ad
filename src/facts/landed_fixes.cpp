#include "facts/landed_fixes.hpp"

#include "facts/taken_back.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::facts {
namespace {

using git::Answer;

/// From the head along first parents, as far as somebody asks.
class FirstParentLine {
public:
    FirstParentLine(const git::CommitGraph& graph, std::size_t head) : graph_(graph), line_{head} {}

    /// The oldest commit of the line that holds this one; nothing where the head does not.
    std::optional<std::size_t> landing_of(std::size_t commit) {
        if (!holds(line_.front(), commit)) return std::nullopt;
        std::size_t newest_without = 1;
        while (reaches(newest_without) && holds(line_[newest_without], commit)) newest_without *= 2;
        const auto end = line_.begin() + static_cast<std::ptrdiff_t>(std::min(newest_without, line_.size()));
        return *std::prev(
            std::partition_point(line_.begin(), end, [&](std::size_t at) { return holds(at, commit); }));
    }

    [[nodiscard]] bool holds(std::size_t whole, std::size_t part) const {
        return whole == part || graph_.is_ancestor(part, whole) == Answer::yes;
    }

private:
    bool reaches(std::size_t place) {
        while (line_.size() <= place) {
            const auto parents = graph_.parents(line_.back());
            if (parents.empty()) return false;
            line_.push_back(parents.front());
        }
        return true;
    }

    const git::CommitGraph& graph_;
    std::vector<std::size_t> line_;
};

class Landings {
public:
    Landings(const Corpus& corpus, PathHistory& paths, std::size_t head)
        : policy_(*corpus.policy), repository_(paths.repository()), graph_(paths.graph()), paths_(paths),
          head_(head), line_(graph_, head) {}

    void judge(SpecOrder& order) {
        std::vector<OrderedPair> more;
        for (OrderedPair& pair : order.pairs) {
            const auto id = git::parse_object_id(pair.fix_commit);
            const auto fix = id ? graph_.find(*id) : std::nullopt;
            if (!fix || pair.spec_is_strict_ancestor != Answer::yes || pair.taken_back) continue;
            judge_merge(order, pair, *fix);
            const auto origin = pair.taken_back ? std::nullopt : find_origin(order, *pair.spec, *fix);
            if (origin) more.push_back(pair_of(pair, *origin));
        }
        order.pairs.insert(order.pairs.end(), more.begin(), more.end());
    }

private:
    /// What the line says later, when the fix is on it already, is another matter.
    void judge_merge(const SpecOrder& order, OrderedPair& pair, std::size_t fix) {
        const auto merge = line_.landing_of(fix);
        if (!merge || *merge == fix) return; // it was made there
        const std::size_t line = graph_.parents(*merge).front();
        const bool has_spec = line_.holds(line, *pair.spec->graph_index);
        if (!has_spec || !takes_back(order, *pair.spec, line) || !takes_back(order, *pair.spec, *merge))
            return;
        pair.taken_back = true;
        pair.fix_commit = git::to_hex(graph_.commit(*merge).commit.id);
    }

    [[nodiscard]] bool takes_back(const SpecOrder& order, const Citation& spec, std::size_t commit) const {
        return is_update_taken_back(order, spec, commit, policy_, repository_, graph_);
    }

    /// An older commit of another line with the same patch, in which the spec still says what it said before
    /// its update. What the fix comes after was undone in between, and what is younger is a copy of the fix.
    [[nodiscard]] std::optional<std::size_t> find_origin(const SpecOrder& order, const Citation& spec,
                                                         std::size_t fix) const {
        const auto path = graph_.parents(fix).size() == 1 ? first_file_of(fix) : std::nullopt;
        if (!path) return std::nullopt;
        const auto changes = paths_.changes_of(*path);
        if (!changes || changes->size() < 2) return std::nullopt;
        for (const PathHistory::Change& change : *changes) {
            const std::size_t commit = change.commit;
            if (is_older(commit, spec, fix) && line_.holds(head_, commit) && !line_.holds(fix, commit) &&
                has_same_patch(commit, fix) && takes_back(order, spec, commit) &&
                graph_.is_ancestor(*spec.graph_index, commit) == Answer::no)
                return commit;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_older(std::size_t commit, const Citation& spec, std::size_t fix) const {
        const auto made = [&](std::size_t one) { return graph_.commit(one).commit.committed_at.seconds; };
        return made(commit) < made(fix) && made(commit) < made(*spec.graph_index);
    }

    [[nodiscard]] bool has_same_patch(std::size_t commit, std::size_t fix) const {
        if (graph_.parents(commit).size() != 1) return false;
        const auto patch = repository_.patch_id(graph_.commit(fix).commit.id);
        const auto other = repository_.patch_id(graph_.commit(commit).commit.id);
        return patch && other && !patch->is_zero() && *patch == *other;
    }

    [[nodiscard]] std::optional<std::string> first_file_of(std::size_t fix) const {
        const auto changes =
            repository_.compare_trees(graph_.tree(graph_.parents(fix).front()), graph_.tree(fix));
        if (!changes) return std::nullopt;
        for (const git::Change& change : *changes)
            if (policy_.class_of(change.path) == nullptr) return change.path;
        return std::nullopt;
    }

    [[nodiscard]] OrderedPair pair_of(const OrderedPair& copy, std::size_t origin) const {
        OrderedPair pair = copy;
        pair.fix_commit = git::to_hex(graph_.commit(origin).commit.id);
        pair.spec_is_strict_ancestor = Answer::no;
        pair.reversed = graph_.is_ancestor(origin, *copy.spec->graph_index) == Answer::yes;
        return pair;
    }

    const policy::Policy& policy_;
    const git::Repository& repository_;
    const git::CommitGraph& graph_;
    PathHistory& paths_;
    std::size_t head_;
    FirstParentLine line_;
};

} // namespace

void judge_landings(std::vector<SpecOrder>& orders, const Corpus& corpus, PathHistory& paths,
                    std::size_t head) {
    if (std::all_of(orders.begin(), orders.end(), [](const SpecOrder& order) { return order.pairs.empty(); }))
        return;
    Landings landings(corpus, paths, head);
    for (SpecOrder& order : orders) landings.judge(order);
}

} // namespace docs_lint::facts
