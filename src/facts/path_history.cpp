#include "facts/path_history.hpp"

#include <utility>

namespace docs_lint::facts {
namespace {

using Blob = std::optional<git::ObjectId>;

/// Only a plain file holds something.
Blob blob_of(git::Mode mode, const git::ObjectId& id) {
    return is_regular(mode) ? Blob(id) : Blob{};
}

base::Result<Blob> find_blob(const git::Repository& repository, const git::ObjectId& tree,
                             const std::string& path) {
    const auto entry = repository.find_entry(tree, path);
    if (!entry) return base::fail(entry.error());
    return *entry ? blob_of((*entry)->mode, (*entry)->id) : Blob{};
}

bool all_differ(const Blob& blob, const std::vector<Blob>& parents) {
    for (const Blob& parent : parents)
        if (parent == blob) return false;
    return !parents.empty() || blob.has_value();
}

} // namespace

base::Result<std::optional<git::ObjectId>> PathHistory::blob_at(const std::string& path, std::size_t commit) {
    const std::size_t slash = path.find('/');
    if (slash == std::string::npos) return find_blob(*repository_, graph_->tree(commit), path);
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
    TreesByCommit& trees = folders_[name];
    if (const auto known = trees.find(commit); known != trees.end()) return known->second;
    const auto entry = repository_->find_entry(graph_->tree(commit), name);
    if (!entry) return base::fail(entry.error());
    const bool folder = *entry && (*entry)->mode == git::Mode::tree;
    return trees.emplace(commit, folder ? Blob((*entry)->id) : Blob{}).first->second;
}

base::Result<void> PathHistory::compare_commit(std::size_t commit) {
    return graph_->parents(commit).size() < 2 ? compare_single(commit) : compare_merge(commit);
}

/// Most commits: all that differs from the one parent, or from nothing, is a change.
base::Result<void> PathHistory::compare_single(std::size_t commit) {
    const auto parents = graph_->parents(commit);
    const git::ObjectId before = parents.empty() ? git::ObjectId{} : graph_->tree(parents.front());
    auto differences = repository_->compare_trees(before, graph_->tree(commit));
    if (!differences) return base::fail(differences.error());
    for (git::Change& difference : *differences) {
        const Blob blob = blob_of(difference.new_mode, difference.new_id);
        const Blob old = blob_of(difference.old_mode, difference.old_id);
        if (blob == old) continue;
        changes_[std::move(difference.path)].push_back(
            {commit, blob, parents.empty() ? std::vector<Blob>{} : std::vector<Blob>{old}});
    }
    return {};
}

base::Result<void> PathHistory::compare_merge(std::size_t commit) {
    const auto parents = graph_->parents(commit);
    std::map<std::string, Change> changed; // against all parents so far
    for (std::size_t at = 0; at < parents.size(); ++at) {
        const auto differences = repository_->compare_trees(graph_->tree(parents[at]), graph_->tree(commit));
        if (!differences) return base::fail(differences.error());
        for (const git::Change& difference : *differences) {
            Change& change = changed[difference.path];
            change.commit = commit;
            change.blob = blob_of(difference.new_mode, difference.new_id);
            change.parents.push_back(blob_of(difference.old_mode, difference.old_id));
        }
        std::erase_if(changed, [&](const auto& entry) { return entry.second.parents.size() <= at; });
    }
    for (auto& [path, change] : changed) {
        if (all_differ(change.blob, change.parents)) changes_[path].push_back(std::move(change));
    }
    return {};
}

void PathHistory::compare_commits() {
    compared_ = all_compared_ = true;
    if (ask_for_known_) known_ = ask_for_known_();
    const std::size_t first = known_ ? known_->commits() : 0;
    for (std::size_t at = first; at < graph_->size() && all_compared_; ++at)
        all_compared_ = compare_commit(at).has_value();
}

base::Result<std::vector<PathHistory::Change>> PathHistory::look_into_every_commit(const std::string& path) {
    std::vector<Change> changes;
    std::vector<Blob> blobs;
    blobs.reserve(graph_->size());
    for (std::size_t at = 0; at < graph_->size(); ++at) {
        auto blob = blob_at(path, at);
        if (!blob) return base::fail(blob.error());
        std::vector<Blob> parents;
        for (const std::size_t parent : graph_->parents(at)) parents.push_back(blobs[parent]);
        blobs.push_back(*blob);
        if (all_differ(*blob, parents)) changes.push_back({at, *blob, std::move(parents)});
    }
    return changes;
}

base::Result<std::vector<PathHistory::Change>> PathHistory::changes_of(const std::string& path) {
    if (!compared_) compare_commits();
    if (!all_compared_) return look_into_every_commit(path); // what is not here may be of another folder
    auto changes = known_ ? known_->of(path) : std::vector<Change>{};
    if (const auto more = changes_.find(path); more != changes_.end())
        changes.insert(changes.end(), more->second.begin(), more->second.end());
    return changes;
}

std::string PathHistory::pack_changes(std::size_t commits) const {
    if (!known_) return PackedChanges::pack(changes_, commits);
    auto all = known_->all();
    for (const auto& [path, changes] : changes_) {
        auto& of_path = all[path];
        of_path.insert(of_path.end(), changes.begin(), changes.end());
    }
    return PackedChanges::pack(all, commits);
}

} // namespace docs_lint::facts
