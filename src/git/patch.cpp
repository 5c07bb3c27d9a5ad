#include "git/object_store.hpp"

#include <fmt/format.h>

namespace docs_lint::git {
namespace {

base::Result<TreeHandle> look_up_tree(const OpenRepository& open, const ObjectId& id) {
    TreeHandle tree;
    if (id.is_zero()) return tree;
    const git_oid oid = to_oid(id);
    const int code = git_tree_lookup(receive(tree), open.repository.get(), &oid);
    if (code < 0) return base::fail(unreadable(open, code, "tree " + to_hex(id)));
    return tree;
}

/// What the repository's configuration and attributes say about showing differences must not change a patch's
/// id.
git_diff_options neutral_options() {
    git_diff_options options{};
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_FORCE_TEXT;
    options.context_lines = 3;
    options.interhunk_lines = 0;
    options.old_prefix = "a";
    options.new_prefix = "b";
    return options;
}

base::Result<ObjectId> patch_id_of(const OpenRepository& open, const ObjectId& old_tree,
                                   const ObjectId& new_tree) {
    if (old_tree == new_tree) return ObjectId{};
    const auto before = look_up_tree(open, old_tree);
    if (!before) return base::fail(before.error());
    const auto after = look_up_tree(open, new_tree);
    if (!after) return base::fail(after.error());
    const git_diff_options options = neutral_options();
    DiffHandle diff;
    int code =
        git_diff_tree_to_tree(receive(diff), open.repository.get(), before->get(), after->get(), &options);
    if (code == 0 && git_diff_num_deltas(diff.get()) == 0) return ObjectId{};
    git_oid oid;
    if (code == 0) code = git_diff_patchid(&oid, diff.get(), nullptr);
    if (code < 0)
        return base::fail(unreadable(
            open, code,
            fmt::format("what the trees {} and {} hold", to_short_hex(old_tree), to_short_hex(new_tree))));
    return from_oid(oid);
}

} // namespace

base::Result<ObjectId> Repository::patch_id(const ObjectId& commit) const {
    const auto read = read_commit(commit);
    if (!read) return base::fail(read.error());
    if (read->parents.empty()) return patch_id_of(*state_, ObjectId{}, read->tree);
    return patch_id(read->parents.front(), commit);
}

base::Result<ObjectId> Repository::patch_id(const ObjectId& oldest, const ObjectId& newest) const {
    const auto before = read_commit(oldest);
    if (!before) return base::fail(before.error());
    const auto after = read_commit(newest);
    if (!after) return base::fail(after.error());
    return patch_id_of(*state_, before->tree, after->tree);
}

} // namespace docs_lint::git
