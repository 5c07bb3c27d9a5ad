#include "engine/staged.hpp"

#include "git/repository.hpp"

#include <algorithm>

namespace docs_lint::engine {
namespace {

using base::fail;
using base::Result;

bool same(const git::Entry& left, const git::Entry& right) {
    return left.path == right.path && left.mode == right.mode && left.id == right.id;
}

Result<bool> differs_from_head(const git::Repository& repository, const git::ObjectId& head) {
    const auto commit = repository.read_commit(head);
    if (!commit) return fail(commit.error());
    const auto committed = repository.list_tree(commit->tree);
    if (!committed) return fail(committed.error());
    const auto staged = repository.read_index();
    if (!staged) return fail(staged.error());
    return !std::equal(staged->begin(), staged->end(), committed->begin(), committed->end(), same);
}

} // namespace

Result<bool> is_something_staged(const Request& request) {
    const auto repository =
        git::Repository::open(request.folder, {request.from_environment, request.trust_owner});
    if (!repository) return fail(repository.error());
    if (repository->condition().bare) return false;
    const auto head = repository->head();
    if (!head) return fail(head.error());
    const auto merged = repository->merge_heads();
    if (!merged) return fail(merged.error());
    if (!*head || !merged->empty()) return true;
    return differs_from_head(*repository, **head);
}

} // namespace docs_lint::engine
