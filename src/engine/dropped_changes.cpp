#include "engine/dropped_changes.hpp"

#include "engine/comparisons.hpp"
#include "git/partings.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::engine {
namespace {

using facts::Comparison;
using git::Change;
using git::ObjectId;

/// Where the histories of two parents part.
class Partings {
public:
    Partings(const git::Repository& repository, const git::CommitGraph& graph)
        : repository_(repository), graph_(graph) {}

    /// At a merge base of the two stands what `change` finds in the first of them.
    bool stood_there(const std::string& left, const std::string& right, const Change& change) {
        for (const ObjectId& tree : trees_of(left, right)) {
            const auto entry = repository_.find_entry(tree, change.path);
            if (!entry) return true; // what cannot be read is said elsewhere
            const ObjectId then = *entry ? (*entry)->id : ObjectId{};
            if (then == change.old_id) return true;
        }
        return trees_of(left, right).empty();
    }

private:
    const std::vector<ObjectId>& trees_of(const std::string& left, const std::string& right) {
        const auto [known, is_new] = trees_.try_emplace({left, right});
        if (is_new) known->second = read_trees(left, right);
        return known->second;
    }

    [[nodiscard]] std::vector<ObjectId> read_trees(const std::string& left, const std::string& right) const {
        std::vector<ObjectId> trees;
        const auto left_at = graph_.find(*git::parse_object_id(left));
        const auto right_at = graph_.find(*git::parse_object_id(right));
        if (!left_at || !right_at) return trees;
        for (const std::size_t base : git::merge_bases(graph_, *left_at, *right_at))
            trees.push_back(graph_.tree(base));
        return trees;
    }

    const git::Repository& repository_;
    const git::CommitGraph& graph_;
    std::map<std::pair<std::string, std::string>, std::vector<ObjectId>> trees_;
};

} // namespace

void note_dropped_changes(const git::Repository& repository, const git::CommitGraph& graph,
                          std::span<Comparison> of_merge) {
    Partings partings(repository, graph);
    for (Comparison& one : of_merge)
        for (const Change& change : one.changes)
            for (const Comparison& other : of_merge) {
                if (changes_path(other.changes, change.path) ||
                    partings.stood_there(one.parent, other.parent, change))
                    continue;
                one.dropped.push_back(change.path);
                break;
            }
}

} // namespace docs_lint::engine
