#include "git/object_store.hpp"

#include <fmt/format.h>

namespace docs_lint::git {

std::string cure_for_missing(const Condition& condition) {
    if (condition.shallow)
        return "fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in actions/checkout";
    if (condition.partial)
        return "fetch all objects: git config --unset-all remote.origin.partialclonefilter, "
               "then git fetch --refetch";
    return "run git fsck: an object that the history needs is missing or damaged";
}

base::Error unreadable(const OpenRepository& open, int code, const std::string& what) {
    if (code == GIT_ENOTFOUND)
        return {base::ErrorKind::unverifiable, what + " is not in this repository",
                cure_for_missing(open.condition)};
    return {base::ErrorKind::unverifiable, fmt::format("{} cannot be read: {}", what, last_message()),
            "run git fsck: the object store is damaged"};
}

base::Result<OdbObjectHandle> read_object(const OpenRepository& open, const ObjectId& id, git_object_t type) {
    const git_oid oid = to_oid(id);
    const auto what = [&] { return fmt::format("{} {}", git_object_type2string(type), to_hex(id)); };
    OdbObjectHandle object;
    const int code = git_odb_read(receive(object), open.odb.get(), &oid);
    if (code < 0) return base::fail(unreadable(open, code, what()));
    const git_object_t found = git_odb_object_type(object.get());
    if (found != type)
        return base::fail(base::ErrorKind::unverifiable,
                          fmt::format("{} is a {}", what(), git_object_type2string(found)));
    return object;
}

std::string_view bytes_of(const git_odb_object& object) {
    // libgit2 takes its own objects as non-const only.
    auto* const raw = const_cast<git_odb_object*>(&object);
    return {static_cast<const char*>(git_odb_object_data(raw)), git_odb_object_size(raw)};
}

} // namespace docs_lint::git
