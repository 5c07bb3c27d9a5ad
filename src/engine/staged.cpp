#include "engine/staged.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace docs_lint::engine {
namespace {

using base::Result;

/// Sorted by path.
Result<std::vector<git::Entry>> entries_of(const git::Repository& repository,
                                           const std::optional<git::Commit>& head) {
    if (!head) return std::vector<git::Entry>{};
    return repository.list_tree(head->tree);
}

bool is_before(const git::Entry& entry, const std::string& path) {
    return entry.path < path;
}

} // namespace

Result<Staged> find_staged(const git::Repository& repository, const std::optional<git::Commit>& head,
                           const source::SourceTree& index) {
    const auto committed = entries_of(repository, head);
    if (!committed) return base::fail(committed.error());
    const auto& files = index.files();
    if (!files) return base::fail(files.error());
    Staged staged;
    std::size_t kept = 0;
    for (const source::File& file : *files) {
        const auto found = std::lower_bound(committed->begin(), committed->end(), file.path, is_before);
        const bool known = found != committed->end() && found->path == file.path;
        if (known) ++kept;
        if (!known || file.id != found->id || file.mode != found->mode) staged.paths.insert(file.path);
    }
    staged.removed = kept < committed->size();
    return staged;
}

} // namespace docs_lint::engine
