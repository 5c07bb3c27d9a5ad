#include "git/open_repository.hpp"

#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>

namespace docs_lint::git {
namespace {

/// Takes away all that could write below the repository, also the touching of files that "freshening" does.
void forbid_writing(git_odb& odb) {
    for (std::size_t at = 0; at < git_odb_num_backends(&odb); ++at) {
        git_odb_backend* backend = nullptr;
        if (git_odb_get_backend(&backend, &odb, at) < 0) continue;
        backend->write = nullptr;
        backend->writestream = nullptr;
        backend->writepack = nullptr;
        backend->writemidx = nullptr;
        backend->freshen = nullptr;
    }
}

int list_nothing(git_odb_backend*, git_odb_foreach_cb, void*) {
    return 0;
}

/// A merge writes the files that it merged; they end here.
int keep_new_objects_in_memory(git_odb& odb) {
    git_odb_backend* memory = nullptr;
    const int code = git_mempack_new(&memory);
    if (code < 0) return code;
    // libgit2 calls this one without asking whether it is there.
    memory->foreach = list_nothing;
    return git_odb_add_backend(&odb, memory, 1);
}

} // namespace

base::Result<OdbHandle> take_read_only_store(git_repository& repository) {
    OdbHandle odb;
    if (git_repository_odb(receive(odb), &repository) < 0)
        return base::fail(base::ErrorKind::failure, "the object store cannot be opened: " + last_message(),
                          "run git fsck: the object store is damaged");
    forbid_writing(*odb);
    if (keep_new_objects_in_memory(*odb) < 0 || git_odb_set_commit_graph(odb.get(), nullptr) < 0)
        return base::fail(base::ErrorKind::failure, "the object store cannot be used: " + last_message());
    return odb;
}

} // namespace docs_lint::git
