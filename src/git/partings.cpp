#include "git/partings.hpp"

#include <algorithm>
#include <map>

namespace docs_lint::git {
namespace {

/// From where a commit was reached. `beyond`: through a common ancestor, so that it is no best one.
struct Reached {
    bool from_left = false;
    bool from_right = false;
    bool beyond = false;

    [[nodiscard]] bool is_common() const { return from_left && from_right; }
};

/// Goes from the youngest commit to the older ones. Parents have smaller indices than their children, so that
/// all that reaches a commit has reached it before its turn.
class Descent {
public:
    explicit Descent(const CommitGraph& graph) : graph_(graph) {}

    std::vector<std::size_t> run(std::size_t left, std::size_t right) {
        add(left, {true, false, false});
        add(right, {false, true, false});
        std::vector<std::size_t> bases;
        while (open_ > 0) {
            const auto [at, reached] = *waiting_.rbegin();
            waiting_.erase(at);
            if (!reached.beyond) --open_;
            if (reached.is_common() && !reached.beyond) bases.push_back(at);
            for (const std::size_t parent : graph_.parents(at))
                add(parent, {reached.from_left, reached.from_right, reached.is_common()});
        }
        std::reverse(bases.begin(), bases.end());
        return bases;
    }

private:
    void add(std::size_t at, Reached reached) {
        const auto [known, is_new] = waiting_.try_emplace(at);
        const bool was_open = !is_new && !known->second.beyond;
        known->second.from_left |= reached.from_left;
        known->second.from_right |= reached.from_right;
        known->second.beyond |= reached.beyond;
        const bool is_open = !known->second.beyond;
        if (is_open && !was_open) ++open_;
        if (!is_open && was_open) --open_;
    }

    const CommitGraph& graph_;
    std::map<std::size_t, Reached> waiting_;
    std::size_t open_ = 0; ///< of those that wait and may still be best ones, or lead to one
};

} // namespace

std::vector<std::size_t> merge_bases(const CommitGraph& graph, std::size_t left, std::size_t right) {
    return Descent(graph).run(left, right);
}

} // namespace docs_lint::git
