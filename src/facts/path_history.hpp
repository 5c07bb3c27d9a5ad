#pragma once

#include "base/result.hpp"
#include "facts/packed_changes.hpp"
#include "facts/path_change.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace docs_lint::facts {

/// What single paths held over a history. Folders that did not change are looked into once, and the commits
/// are compared with their parents once, however many paths are asked for: share one among those who ask
/// about one graph.
class PathHistory {
public:
    /// What the first commits of the graph changed, where that was found out before; asked for once, if at
    /// all. Nothing: it is not known after all. Whoever gives it has to ask whether it met damage.
    using Known = std::function<std::optional<PackedChanges>()>;

    PathHistory(const git::Repository& repository, const git::CommitGraph& graph, Known known = {})
        : repository_(&repository), graph_(&graph), ask_for_known_(std::move(known)) {}

    [[nodiscard]] const git::Repository& repository() const { return *repository_; }
    [[nodiscard]] const git::CommitGraph& graph() const { return *graph_; }

    /// The blob at `path` in a commit of the graph; nothing where there is no plain file. The error is that
    /// of a tree that is not here.
    base::Result<std::optional<git::ObjectId>> blob_at(const std::string& path, std::size_t commit);

    using Change = PathChange;
    /// Every such commit, parents before children.
    base::Result<std::vector<Change>> changes_of(const std::string& path);

    /// The commits have been compared with their parents, and every tree was here.
    [[nodiscard]] bool is_compared() const { return compared_ && all_compared_; }

    /// Where they are: what the first `commits` of the graph changed.
    [[nodiscard]] std::string pack_changes(std::size_t commits) const;

private:
    void compare_commits();
    base::Result<void> compare_commit(std::size_t commit);
    base::Result<void> compare_single(std::size_t commit);
    base::Result<void> compare_merge(std::size_t commit);
    base::Result<std::vector<Change>> look_into_every_commit(const std::string& path);

    /// The tree of a folder of the root; nothing where there is no such folder.
    base::Result<std::optional<git::ObjectId>> folder_at(const std::string& name, std::size_t commit);

    const git::Repository* repository_;
    const git::CommitGraph* graph_;
    Known ask_for_known_;
    std::optional<PackedChanges> known_;
    bool compared_ = false;
    bool all_compared_ = false;                                    ///< every tree is here
    std::unordered_map<std::string, std::vector<Change>> changes_; ///< behind those that are known
    std::map<std::pair<git::ObjectId, std::string>, std::optional<git::ObjectId>> below_; ///< by first folder
    using TreesByCommit = std::unordered_map<std::size_t, std::optional<git::ObjectId>>;
    std::map<std::string, TreesByCommit> folders_; ///< by name
};

} // namespace docs_lint::facts
