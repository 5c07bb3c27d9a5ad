#include "engine/work_tree_entries.hpp"

#include "engine/threads.hpp"
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

/// A regular file on disk, and what is committed at its path, if anything is.
struct Candidate {
    std::size_t number = 0; ///< of its entry
    const source::File* file = nullptr;
    const git::Entry* committed = nullptr;
    Result<std::string> content{}; ///< empty where it is what is committed
    bool unchanged = false;
};

/// A file that holds the committed bytes is not changed, whatever filters would make of them.
void compare(Candidate& candidate, const source::SourceTree& disk) {
    candidate.content = disk.read(*candidate.file, kMostBytes);
    candidate.unchanged = candidate.content && candidate.committed != nullptr &&
                          git::digest_of(*candidate.content) == candidate.committed->id;
    if (candidate.unchanged) candidate.content = std::string();
}

Result<git::ObjectId> id_of(const Candidate& candidate, const git::Repository& repository) {
    if (candidate.unchanged) return candidate.committed->id;
    if (candidate.file->id) return *candidate.file->id;
    return repository.hash_work_tree_file(candidate.file->path);
}

/// What is committed at its path stands in for a file that cannot be read.
void note_unread(WorkTreeEntries& entries, const Candidate& candidate, const base::Error& why) {
    entries.unread.emplace(candidate.file->path, candidate.content ? why : candidate.content.error());
    if (candidate.committed != nullptr) entries.on_disk[candidate.number] = *candidate.committed;
}

/// Those that nothing stands in for.
void drop_unread(WorkTreeEntries& entries) {
    std::erase_if(entries.on_disk, [&](const git::Entry& entry) {
        return entries.unread.count(entry.path) > 0 && find(entries.committed, entry.path) == nullptr;
    });
}

/// A file in the place of a folder that has governed files in what is committed.
bool hides_governed(const source::File& file, const std::vector<git::Entry>& committed) {
    return !is_regular(file.mode) &&
           std::any_of(committed.begin(), committed.end(),
                       [&](const git::Entry& one) { return one.path.starts_with(file.path + "/"); });
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
    std::vector<Candidate> candidates;
    for (const source::File& file : *files) {
        if (!is_governed(policy, file.path) && !hides_governed(file, entries.committed)) continue;
        const git::Entry* const before = find(entries.committed, file.path);
        entries.on_disk.push_back({file.path, file.mode, {}});
        if (!is_regular(file.mode)) continue;
        // Some file systems know no executable bit; the index and the commits are judged with it.
        if (before != nullptr && is_regular(before->mode)) entries.on_disk.back().mode = before->mode;
        candidates.push_back({entries.on_disk.size() - 1, &file, before});
    }
    for_each_number(candidates.size(), threads_for({}),
                    [&](std::size_t at) { compare(candidates[at], *place.snapshot); });
    for (Candidate& candidate : candidates) {
        const auto id = id_of(candidate, *place.repository);
        if (!id) {
            note_unread(entries, candidate, id.error());
            continue;
        }
        entries.on_disk[candidate.number].id = *id;
        if (candidate.content && !candidate.unchanged) entries.contents[*id] = std::move(*candidate.content);
    }
    drop_unread(entries);
    return entries;
}

} // namespace docs_lint::engine
