#include "facts/fix_commits.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace docs_lint::facts {
namespace {

/// The fix is more than documents: a commit that touches only those cannot be what the spec had to come
/// before.
bool changes_more_than_documents(const git::Repository& repository, const git::Commit& commit,
                                 const policy::Policy& policy) {
    const auto paths = changed_paths_of(repository, commit);
    return !paths || std::any_of(paths->begin(), paths->end(),
                                 [&](const std::string& path) { return policy.class_of(path) == nullptr; });
}

/// A merge is work of its own where it holds what none of its parents did.
bool changes_more_than_its_parents(const git::Repository& repository, const git::Commit& merge,
                                   const policy::Policy& policy) {
    std::map<std::string, std::size_t> differing;
    for (const git::ObjectId& id : merge.parents) {
        const auto parent = repository.read_commit(id);
        const auto changes = parent ? repository.compare_trees(parent->tree, merge.tree)
                                    : base::Result<std::vector<git::Change>>(base::fail(parent.error()));
        if (!changes) return true;
        for (const git::Change& change : *changes) ++differing[change.path];
    }
    return std::any_of(differing.begin(), differing.end(), [&](const auto& one) {
        return one.second == merge.parents.size() && policy.class_of(one.first) == nullptr;
    });
}

/// What a citation of a fix means beside the commit itself: a range, or what a merge brought in.
std::vector<std::size_t> commits_meant(const Citation& fix, const git::CommitGraph& graph) {
    if (fix.range_begin) return graph.range({*fix.graph_index}, {*fix.range_begin});
    const auto& parents = graph.commit(*fix.graph_index).parents;
    if (parents.size() < 2) return {};
    return graph.range({parents.begin() + 1, parents.end()}, {parents.front()});
}

} // namespace

std::vector<std::size_t> commits_of_fix(const Citation& fix, const policy::Policy& policy,
                                        const git::Repository& repository, const git::CommitGraph& graph) {
    std::vector<std::size_t> commits;
    for (const std::size_t meant : commits_meant(fix, graph)) {
        const git::GraphCommit one = graph.commit(meant);
        const bool counts = one.parents.size() < 2
                                ? changes_more_than_documents(repository, one.commit, policy)
                                : changes_more_than_its_parents(repository, one.commit, policy);
        if (counts || meant == *fix.graph_index) commits.push_back(meant);
    }
    if (commits.empty()) commits.push_back(*fix.graph_index);
    return commits;
}

} // namespace docs_lint::facts
