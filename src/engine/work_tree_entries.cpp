#include "engine/work_tree_entries.hpp"

#include "git/digest.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::Result;

constexpr std::size_t kMostBytes = 64U << 20U;

bool is_governed(const policy::Policy& policy, const std::string& path) {
    return policy.class_of(path) != nullptr;
}

const git::Entry* find(const std::vector<git::Entry>& entries, const std::string& path) {
    const auto found = std::lower_bound(
        entries.begin(), entries.end(), path,
        [](const git::Entry& entry, const std::string& wanted) { return entry.path < wanted; });
    return found != entries.end() && found->path == path ? &*found : nullptr;
}

bool is_regular(git::Mode mode) {
    return mode == git::Mode::file || mode == git::Mode::executable;
}

/// Its id, and its content where that differs from what is committed. A file that holds the committed bytes
/// is not changed, whatever filters would make of them.
Result<void> read_file(WorkTreeEntries& entries, git::Entry& entry, const source::File& file,
                       const Place& place) {
    const git::Entry* const before = find(entries.committed, file.path);
    // Some file systems know no executable bit; the index and the commits are judged with it.
    if (before != nullptr && is_regular(before->mode)) entry.mode = before->mode;
    auto content = place.snapshot->read(file, kMostBytes);
    if (content && before != nullptr && git::digest_of(*content) == before->id) {
        entry.id = before->id;
        return {};
    }
    const auto id =
        file.id ? Result<git::ObjectId>(*file.id) : place.repository->hash_work_tree_file(file.path);
    if (!id) return base::fail(id.error());
    entry.id = *id;
    if (content) entries.contents[entry.id] = std::move(*content);
    return {};
}

} // namespace

Result<WorkTreeEntries> read_work_tree_entries(const Place& place, const policy::Policy& policy) {
    WorkTreeEntries entries;
    auto committed = place.repository->list_tree(place.head->tree);
    if (!committed) return base::fail(committed.error());
    const auto& files = place.snapshot->files();
    if (!files) return base::fail(files.error());
    for (git::Entry& entry : *committed)
        if (is_governed(policy, entry.path)) entries.committed.push_back(std::move(entry));
    for (const source::File& file : *files) {
        const bool above_record =
            !is_regular(file.mode) &&
            std::any_of(entries.committed.begin(), entries.committed.end(),
                        [&](const git::Entry& one) { return one.path.starts_with(file.path + "/"); });
        if (!is_governed(policy, file.path) && !above_record) continue;
        git::Entry entry{file.path, file.mode, {}};
        if (is_regular(file.mode))
            if (auto read = read_file(entries, entry, file, place); !read) return base::fail(read.error());
        entries.on_disk.push_back(std::move(entry));
    }
    return entries;
}

} // namespace docs_lint::engine
