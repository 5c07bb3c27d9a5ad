#include "facts/path_history.hpp"

namespace docs_lint::facts {
namespace {

using Blob = std::optional<git::ObjectId>;

base::Result<Blob> find_blob(const git::Repository& repository, const git::ObjectId& tree,
                             const std::string& path) {
    const auto entry = repository.find_entry(tree, path);
    if (!entry) return base::fail(entry.error());
    const bool file =
        *entry && ((*entry)->mode == git::Mode::file || (*entry)->mode == git::Mode::executable);
    return file ? Blob((*entry)->id) : Blob{};
}

bool all_differ(const Blob& blob, const std::vector<Blob>& parents) {
    for (const Blob& parent : parents)
        if (parent == blob) return false;
    return !parents.empty() || blob.has_value();
}

} // namespace

base::Result<std::optional<git::ObjectId>> PathHistory::blob_at(const std::string& path, std::size_t commit) {
    const std::size_t slash = path.find('/');
    if (slash == std::string::npos)
        return find_blob(*repository_, graph_->commits()[commit].commit.tree, path);
    const auto folder = folder_at(path.substr(0, slash), commit);
    if (!folder) return base::fail(folder.error());
    if (!*folder) return Blob{};
    const auto known = below_.find({**folder, path});
    if (known != below_.end()) return known->second;
    auto blob = find_blob(*repository_, **folder, path.substr(slash + 1));
    if (blob) below_[{**folder, path}] = *blob;
    return blob;
}

base::Result<Blob> PathHistory::folder_at(const std::string& name, std::size_t commit) {
    auto& known = folders_[name];
    known.resize(graph_->commits().size());
    if (known[commit]) return *known[commit];
    const auto entry = repository_->find_entry(graph_->commits()[commit].commit.tree, name);
    if (!entry) return base::fail(entry.error());
    const bool folder = *entry && (*entry)->mode == git::Mode::tree;
    return known[commit].emplace(folder ? Blob((*entry)->id) : Blob{});
}

base::Result<std::vector<PathHistory::Change>> PathHistory::changes_of(const std::string& path) {
    std::vector<Change> changes;
    std::vector<Blob> blobs;
    const auto& commits = graph_->commits();
    blobs.reserve(commits.size());
    for (std::size_t at = 0; at < commits.size(); ++at) {
        auto blob = blob_at(path, at);
        if (!blob) return base::fail(blob.error());
        std::vector<Blob> parents;
        for (const std::size_t parent : commits[at].parents) parents.push_back(blobs[parent]);
        blobs.push_back(*blob);
        if (all_differ(*blob, parents)) changes.push_back({at, *blob, std::move(parents)});
    }
    return changes;
}

} // namespace docs_lint::facts
