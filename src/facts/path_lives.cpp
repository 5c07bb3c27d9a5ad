#include "facts/path_lives.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::facts {

using base::Result;

Result<const PathTable*> PathLives::at(std::size_t commit) {
    const git::ObjectId tree = graph_->commit(commit).commit.tree;
    auto& known = trees_[tree];
    if (known) return known.get();
    const auto entries = repository_->list_tree(tree);
    if (!entries) return base::fail(entries.error());
    std::vector<std::string> paths;
    for (const git::Entry& entry : *entries) paths.push_back(entry.path);
    known = std::make_unique<PathTable>(std::move(paths));
    return known.get();
}

Result<bool> PathLives::was_known(const std::string& path, std::size_t commit) {
    const auto entry = repository_->find_entry(graph_->commit(commit).commit.tree, path);
    if (!entry) return base::fail(entry.error());
    if (*entry) return true;
    if (auto read = read_births(); !read) return base::fail(read.error());
    const auto births = births_at(path);
    return std::any_of(births.begin(), births.end(), [&](std::size_t birth) {
        return graph_->is_ancestor(birth, commit) == git::Answer::yes;
    });
}

Result<const PathTable*> PathLives::ever() {
    if (auto read = read_births(); !read) return base::fail(read.error());
    return ever_.get();
}

Result<std::optional<std::size_t>> PathLives::birth_of(const std::string& path) {
    if (auto read = read_births(); !read) return base::fail(read.error());
    const auto births = births_at(path);
    if (births.empty()) return std::optional<std::size_t>{};
    return std::optional(*std::min_element(births.begin(), births.end()));
}

std::optional<base::Error> PathLives::gap_before(std::size_t commit) const {
    if (!graph_->truncated()) return std::nullopt;
    for (const std::size_t one : graph_->range({commit}, {}))
        if (graph_->commit(one).truncated) return graph_->gap_of(graph_->commit(one));
    return std::nullopt;
}

/// What a merge brings in from its other parents was born on their side; that it is noted once more there
/// does no harm.
Result<void> PathLives::read_births() {
    if (ever_) return {};
    births_.clear();
    for (std::size_t at = 0; at < graph_->size(); ++at) {
        const auto parents = graph_->parents(at);
        const git::ObjectId before =
            parents.empty() ? git::ObjectId{} : graph_->commit(parents.front()).commit.tree;
        const auto changes = repository_->compare_trees(before, graph_->commit(at).commit.tree);
        if (!changes) return base::fail(changes.error());
        for (const git::Change& change : *changes)
            if (change.old_mode == git::Mode::none) births_[change.path].push_back(at);
    }
    std::vector<std::string> paths;
    for (const auto& [path, births] : births_) paths.push_back(path);
    ever_ = std::make_unique<PathTable>(std::move(paths));
    return {};
}

std::vector<std::size_t> PathLives::births_at(const std::string& path) const {
    const auto file = births_.find(path);
    if (file != births_.end()) return file->second;
    std::vector<std::size_t> births;
    const std::string below = path + (path.ends_with('/') ? "" : "/");
    for (auto at = births_.lower_bound(below); at != births_.end() && at->first.starts_with(below); ++at)
        births.insert(births.end(), at->second.begin(), at->second.end());
    return births;
}

} // namespace docs_lint::facts
