#include "git/commit_graph.hpp"
#include "git/index_entries.hpp"
#include "git/object_store.hpp"
#include "git/partings.hpp"

#include <algorithm>
#include <iterator>

namespace docs_lint::git {
namespace {

base::Result<TreeHandle> tree_of(const Repository& repository, const OpenRepository& open,
                                 const ObjectId& commit) {
    const auto read = repository.read_commit(commit);
    if (!read) return base::fail(read.error());
    TreeHandle tree;
    const git_oid oid = to_oid(read->tree);
    const int code = git_tree_lookup(receive(tree), open.repository.get(), &oid);
    if (code < 0) return base::fail(unreadable(open, code, "tree " + to_hex(read->tree)));
    return tree;
}

base::Result<CommitHandle> look_up(const OpenRepository& open, const ObjectId& id) {
    CommitHandle commit;
    const git_oid oid = to_oid(id);
    const int code = git_commit_lookup(receive(commit), open.repository.get(), &oid);
    if (code < 0) return base::fail(unreadable(open, code, "commit " + to_hex(id)));
    return commit;
}

base::Error cannot_merge(const OpenRepository& open, int code, const ObjectId& ours, const ObjectId& theirs) {
    return unreadable(open, code,
                      "what the merge of " + to_short_hex(ours) + " and " + to_short_hex(theirs) + " needs");
}

/// Several bases: libgit2 merges these first.
base::Result<IndexHandle> merge_recursively(const OpenRepository& open, const ObjectId& ours,
                                            const ObjectId& theirs) {
    const auto our_commit = look_up(open, ours);
    if (!our_commit) return base::fail(our_commit.error());
    const auto their_commit = look_up(open, theirs);
    if (!their_commit) return base::fail(their_commit.error());
    IndexHandle index;
    const int code = git_merge_commits(receive(index), open.repository.get(), our_commit->get(),
                                       their_commit->get(), nullptr);
    if (code < 0) return base::fail(cannot_merge(open, code, ours, theirs));
    return index;
}

/// No more history than the base is needed, so this works in a shallow clone too.
base::Result<IndexHandle> merge_with_base(const Repository& repository, const OpenRepository& open,
                                          const std::vector<ObjectId>& bases, const ObjectId& ours,
                                          const ObjectId& theirs) {
    base::Result<TreeHandle> base_tree = TreeHandle{};
    if (!bases.empty()) base_tree = tree_of(repository, open, bases.front());
    if (!base_tree) return base::fail(base_tree.error());
    const auto our_tree = tree_of(repository, open, ours);
    if (!our_tree) return base::fail(our_tree.error());
    const auto their_tree = tree_of(repository, open, theirs);
    if (!their_tree) return base::fail(their_tree.error());
    IndexHandle index;
    const int code = git_merge_trees(receive(index), open.repository.get(), base_tree->get(), our_tree->get(),
                                     their_tree->get(), nullptr);
    if (code < 0) return base::fail(cannot_merge(open, code, ours, theirs));
    return index;
}

/// A missing parent may hide a common ancestor, or that one of several is the ancestor of another.
bool may_be_incomplete(const CommitGraph& graph, const std::vector<std::size_t>& common, std::size_t best) {
    if (!graph.truncated()) return false;
    if (best != 1) return true;
    for (std::size_t at = 0; at < graph.size(); ++at) {
        if (graph.commit(at).truncated && !std::binary_search(common.begin(), common.end(), at)) return true;
    }
    return false;
}

/// libgit2 leaves a file beside what stands below its path, and calls it no conflict, where the folder's
/// other files were renamed. `entries` are in the order of their paths.
void add_files_in_place_of_folders(Merge& merge) {
    for (const Entry& entry : merge.entries) {
        const std::string below = entry.path + "/";
        const auto first =
            std::lower_bound(merge.entries.begin(), merge.entries.end(), below,
                             [](const Entry& one, const std::string& wanted) { return one.path < wanted; });
        const bool hides = first != merge.entries.end() && first->path.starts_with(below);
        const auto& known = merge.conflicts;
        if (hides && std::find(known.begin(), known.end(), entry.path) == known.end())
            merge.conflicts.push_back(entry.path);
    }
    std::sort(merge.conflicts.begin(), merge.conflicts.end());
}

} // namespace

base::Result<std::vector<ObjectId>> Repository::merge_bases(const ObjectId& left,
                                                            const ObjectId& right) const {
    const auto graph = CommitGraph::read(*this, {left, right});
    if (!graph) return base::fail(graph.error());
    const std::size_t left_at = *graph->find(left);
    const std::size_t right_at = *graph->find(right);
    const auto from_right_only = graph->range({right_at}, {left_at});
    std::vector<std::size_t> common;
    const auto from_right = graph->range({right_at}, {});
    std::set_difference(from_right.begin(), from_right.end(), from_right_only.begin(), from_right_only.end(),
                        std::back_inserter(common));
    const auto best = git::merge_bases(*graph, left_at, right_at);
    if (may_be_incomplete(*graph, common, best.size()))
        return base::fail(base::ErrorKind::unverifiable,
                          "the common history of " + to_short_hex(left) + " and " + to_short_hex(right) +
                              " is not all in this repository: " + graph->gap().message,
                          graph->gap().help);
    std::vector<ObjectId> ids;
    for (const std::size_t at : best) ids.push_back(graph->commit(at).commit.id);
    return ids;
}

base::Result<Merge> Repository::merge(const ObjectId& ours, const ObjectId& theirs) const {
    const auto bases = merge_bases(ours, theirs);
    if (!bases) return base::fail(bases.error());
    const auto index = bases->size() > 1 ? merge_recursively(*state_, ours, theirs)
                                         : merge_with_base(*this, *state_, *bases, ours, theirs);
    if (!index) return base::fail(index.error());
    auto content = read_entries(**index);
    if (!content) return base::fail(std::move(content.error()));
    Merge merge{std::move(content->entries), std::move(content->conflicts)};
    add_files_in_place_of_folders(merge);
    return merge;
}

} // namespace docs_lint::git
