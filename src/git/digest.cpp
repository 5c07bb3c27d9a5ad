#include "git/digest.hpp"

#include "git/libgit2.hpp"

namespace docs_lint::git {

ObjectId digest_of(std::string_view bytes) {
    git_oid oid{};
    git_odb_hash(&oid, bytes.data(), bytes.size(), GIT_OBJECT_BLOB);
    return from_oid(oid);
}

} // namespace docs_lint::git
