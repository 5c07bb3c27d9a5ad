#include "facts/landed_fixes.hpp"

#include "facts/taken_back.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::Answer;

class Landings {
public:
    Landings(const Corpus& corpus, PathHistory& paths, std::size_t head)
        : policy_(*corpus.policy), repository_(paths.repository()), graph_(paths.graph()), head_(head) {
        land_all();
    }

    void judge(SpecOrder& order) const {
        for (OrderedPair& pair : order.pairs) {
            const auto id = git::parse_object_id(pair.fix_commit);
            const auto fix = id ? graph_.find(*id) : std::nullopt;
            if (!fix || pair.spec_is_strict_ancestor != Answer::yes || pair.taken_back) continue;
            judge_merge(order, pair, *fix);
        }
    }

private:
    /// Each commit lands with the oldest commit of the line from which it can be reached.
    void land_all() {
        std::vector<std::size_t> line{head_};
        while (!graph_.parents(line.back()).empty()) line.push_back(graph_.parents(line.back()).front());
        landings_.assign(graph_.size(), graph_.size());
        for (auto at = line.rbegin(); at != line.rend(); ++at) {
            std::vector<std::size_t> left{*at};
            while (!left.empty()) {
                const std::size_t commit = left.back();
                left.pop_back();
                if (landings_[commit] != graph_.size()) continue;
                landings_[commit] = *at;
                for (const std::size_t parent : graph_.parents(commit)) left.push_back(parent);
            }
        }
    }

    /// The commit of the line that brings the fix to it; nothing where it was made there.
    [[nodiscard]] std::optional<std::size_t> merge_of(std::size_t fix) const {
        const std::size_t landing = landings_[fix];
        return landing == fix || landing == graph_.size() ? std::nullopt : std::optional(landing);
    }

    /// What the line says later, when the fix is on it already, is another matter.
    void judge_merge(const SpecOrder& order, OrderedPair& pair, std::size_t fix) const {
        const auto merge = merge_of(fix);
        if (!merge) return;
        const std::size_t line = graph_.parents(*merge).front();
        const bool has_spec = landings_[*pair.spec->graph_index] != *merge;
        if (!has_spec || !takes_back(order, *pair.spec, line) || !takes_back(order, *pair.spec, *merge))
            return;
        pair.taken_back = true;
        pair.fix_commit = git::to_hex(graph_.commit(*merge).commit.id);
    }

    [[nodiscard]] bool takes_back(const SpecOrder& order, const Citation& spec, std::size_t commit) const {
        return is_update_taken_back(order, spec, commit, policy_, repository_, graph_);
    }

    const policy::Policy& policy_;
    const git::Repository& repository_;
    const git::CommitGraph& graph_;
    std::size_t head_;
    std::vector<std::size_t> landings_; ///< by commit; the graph's size: the head does not reach it
};

} // namespace

void judge_landings(std::vector<SpecOrder>& orders, const Corpus& corpus, PathHistory& paths,
                    std::size_t head) {
    if (std::all_of(orders.begin(), orders.end(), [](const SpecOrder& order) { return order.pairs.empty(); }))
        return;
    const Landings landings(corpus, paths, head);
    for (SpecOrder& order : orders) landings.judge(order);
}

} // namespace docs_lint::facts
