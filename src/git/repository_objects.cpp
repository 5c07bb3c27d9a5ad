#include "git/commit_object.hpp"
#include "git/digest.hpp"
#include "git/object_store.hpp"

#include <fmt/format.h>
#include <set>

namespace docs_lint::git {
namespace {

constexpr std::size_t kShortestPrefix = 4;

struct Header {
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
};

/// The return code of libgit2, which the callers judge differently.
int read_header(const OpenRepository& open, const ObjectId& id, Header& header) {
    const git_oid oid = to_oid(id);
    return git_odb_read_header(&header.size, &header.type, open.odb.get(), &oid);
}

ObjectKind kind_from(git_object_t type) {
    switch (type) {
    case GIT_OBJECT_COMMIT:
        return ObjectKind::commit;
    case GIT_OBJECT_TREE:
        return ObjectKind::tree;
    case GIT_OBJECT_BLOB:
        return ObjectKind::blob;
    case GIT_OBJECT_TAG:
        return ObjectKind::tag;
    default:
        return ObjectKind::missing;
    }
}

bool is_prefix(const std::string& text) {
    return text.size() >= kShortestPrefix && text.size() <= GIT_OID_HEXSZ &&
           text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

struct PrefixSearch {
    git_oid prefix;
    std::size_t digits = 0;
    std::set<ObjectId> found; ///< an object may stand in several packs
};

int note_match(const git_oid* oid, void* payload) {
    auto& search = *static_cast<PrefixSearch*>(payload);
    if (git_oid_ncmp(oid, &search.prefix, search.digits) == 0) search.found.insert(from_oid(*oid));
    return 0;
}

} // namespace

base::Result<ObjectKind> Repository::kind_of(const ObjectId& id) const {
    Header header;
    const int code = read_header(*state_, id, header);
    if (code == GIT_ENOTFOUND) return ObjectKind::missing;
    if (code < 0) return base::fail(unreadable(*state_, code, "object " + to_hex(id)));
    return kind_from(header.type);
}

base::Result<std::vector<ObjectId>> Repository::find_objects(const std::string& prefix,
                                                             std::size_t most) const {
    if (!is_prefix(prefix)) return std::vector<ObjectId>{};
    PrefixSearch search;
    search.digits = prefix.size();
    git_oid_fromstrn(&search.prefix, prefix.data(), prefix.size());
    git_oid only;
    const int code = git_odb_exists_prefix(&only, state_->odb.get(), &search.prefix, search.digits);
    if (code == GIT_ENOTFOUND) return std::vector<ObjectId>{};
    if (code == 0) return std::vector<ObjectId>{from_oid(only)};
    // Ambiguous, which libgit2 reports without naming the candidates.
    if (code != GIT_EAMBIGUOUS || git_odb_foreach(state_->odb.get(), note_match, &search) < 0)
        return base::fail(unreadable(*state_, code, "object " + prefix));
    std::vector<ObjectId> found(search.found.begin(), search.found.end());
    if (found.size() > most) found.resize(most);
    return found;
}

base::Result<Commit> Repository::read_commit(const ObjectId& id) const {
    const auto object = read_object(*state_, id, GIT_OBJECT_COMMIT);
    if (!object) return base::fail(object.error());
    return parse_commit(id, bytes_of(**object));
}

base::Result<CommitText> Repository::read_commit_text(const ObjectId& id) const {
    const auto object = read_object(*state_, id, GIT_OBJECT_COMMIT);
    if (!object) return base::fail(object.error());
    return parse_commit_text(id, bytes_of(**object));
}

base::Result<std::optional<SignedCommit>> Repository::read_signature(const ObjectId& id) const {
    const auto object = read_object(*state_, id, GIT_OBJECT_COMMIT);
    if (!object) return base::fail(object.error());
    return split_signature(id, bytes_of(**object));
}

base::Result<std::uint64_t> Repository::blob_size(const ObjectId& id) const {
    Header header;
    const int code = read_header(*state_, id, header);
    if (code < 0) return base::fail(unreadable(*state_, code, "blob " + to_hex(id)));
    if (header.type != GIT_OBJECT_BLOB)
        return base::fail(
            base::ErrorKind::unverifiable,
            fmt::format("object {} is a {}, not a blob", to_hex(id), git_object_type2string(header.type)));
    return header.size;
}

base::Result<std::string> Repository::read_blob(const ObjectId& id) const {
    const auto object = read_object(*state_, id, GIT_OBJECT_BLOB);
    if (!object) return base::fail(object.error());
    const std::string_view bytes = bytes_of(**object);
    if (digest_of(bytes) != id)
        return base::fail(base::ErrorKind::unverifiable,
                          fmt::format("blob {} does not hold what its name says", to_hex(id)),
                          "run git fsck: the object store is damaged");
    return std::string(bytes);
}

} // namespace docs_lint::git
