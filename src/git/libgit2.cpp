#include "git/libgit2.hpp"

#include "git/library_memory.hpp"
#include "git/repository.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace docs_lint::git {
namespace {

// Extensions that change nothing for a reader, and two whose values are judged after opening, where a clear
// message can be given.
const char* const kExtensions[] = {"worktreeconfig",    "partialclone", "preciousobjects",
                                   "relativeworktrees", "objectformat", "refstorage"};

// libgit2 would hash every object that it reads, which doubles what a walk over history costs. git does not
// do that either; what a document says is held against its id by `Repository::read_blob`.
void trust_walked_objects() {
    git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
}

// Nothing is read twice, so that what libgit2 keeps of it is only memory: an eighth of an audit's. The
// objects on which packed ones build have a cache of their own, which stays.
void keep_no_objects() {
    git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
}

bool start() {
    give_memory_to_libgit2();
    git_libgit2_init();
    trust_walked_objects();
    keep_no_objects();
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, kExtensions, std::size(kExtensions));
    return true;
}

} // namespace

void start_libgit2() {
    static const bool started = start();
    static_cast<void>(started);
}

std::string library_version() {
    int major = 0;
    int minor = 0;
    int patch = 0;
    git_libgit2_version(&major, &minor, &patch);
    return fmt::format("{}.{}.{}", major, minor, patch);
}

std::string last_message() {
    const git_error* const error = git_error_last();
    return error != nullptr && error->message != nullptr ? error->message : "no reason given";
}

git_oid to_oid(const ObjectId& id) {
    git_oid oid;
    std::copy(id.bytes.begin(), id.bytes.end(), std::begin(oid.id));
    return oid;
}

ObjectId from_oid(const git_oid& oid) {
    ObjectId id;
    std::copy(std::begin(oid.id), std::end(oid.id), id.bytes.begin());
    return id;
}

} // namespace docs_lint::git
