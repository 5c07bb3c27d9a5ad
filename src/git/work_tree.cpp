#include "git/open_repository.hpp"

#include <fmt/format.h>

namespace docs_lint::git {
namespace {

int note_merge_head(const git_oid* oid, void* payload) {
    static_cast<std::vector<ObjectId>*>(payload)->push_back(from_oid(*oid));
    return 0;
}

/// The library calls a file that nobody may open "locked".
std::string reason_of(int code) {
    return code == GIT_ELOCKED ? "Permission denied" : last_message();
}

} // namespace

base::Result<std::vector<ObjectId>> Repository::merge_heads() const {
    std::vector<ObjectId> heads;
    const int code = git_repository_mergehead_foreach(state_->repository.get(), note_merge_head, &heads);
    if (code < 0 && code != GIT_ENOTFOUND)
        return base::fail(base::ErrorKind::unverifiable, "MERGE_HEAD cannot be read: " + last_message(),
                          "finish the merge or abort it: `git merge --abort`");
    return heads;
}

base::Result<ObjectId> Repository::hash_work_tree_file(const std::string& path) const {
    const auto folder = work_tree();
    if (!folder) return base::fail(base::ErrorKind::usage, "a bare repository has no work tree");
    git_oid oid{};
    const int code = git_repository_hashfile(&oid, state_->repository.get(), (*folder + path).c_str(),
                                             GIT_OBJECT_BLOB, path.c_str());
    if (code < 0)
        return base::fail(base::ErrorKind::unverifiable,
                          fmt::format("{} cannot be read: {}", path, reason_of(code)), "make it readable");
    return from_oid(oid);
}

} // namespace docs_lint::git
