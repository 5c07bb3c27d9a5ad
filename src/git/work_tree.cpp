#include "git/open_repository.hpp"

#include <fmt/format.h>

namespace docs_lint::git {

base::Result<ObjectId> Repository::hash_work_tree_file(const std::string& path) const {
    const auto folder = work_tree();
    if (!folder) return base::fail(base::ErrorKind::usage, "a bare repository has no work tree");
    git_oid oid{};
    const int code = git_repository_hashfile(&oid, state_->repository.get(), (*folder + path).c_str(),
                                             GIT_OBJECT_BLOB, path.c_str());
    if (code < 0)
        return base::fail(base::ErrorKind::unverifiable,
                          fmt::format("{} cannot be read: {}", path, last_message()), "make it readable");
    return from_oid(oid);
}

} // namespace docs_lint::git
