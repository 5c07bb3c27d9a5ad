#include "facts/landed_patches.hpp"

namespace docs_lint::facts {

void LandedPatches::read_history() {
    if (read_) return;
    read_ = true;
    for (std::size_t index = 0; index < graph_->size(); ++index) {
        const git::Commit commit = graph_->commit(index).commit;
        if (commit.parents.size() > 1) continue; // a merge carries no patch of its own
        const auto patch = repository_->patch_id(commit.id);
        if (patch && !patch->is_zero()) by_patch_.emplace(*patch, index);
    }
}

std::optional<std::size_t> LandedPatches::find_patch(const base::Result<git::ObjectId>& patch) const {
    if (!patch || patch->is_zero()) return std::nullopt;
    const auto found = by_patch_.find(*patch);
    if (found == by_patch_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::size_t> LandedPatches::find(const git::ObjectId& lost) {
    read_history();
    if (const auto rebased = find_patch(repository_->patch_id(lost))) return rebased;
    if (graph_->size() == 0) return std::nullopt;
    const auto bases = repository_->merge_bases(graph_->commit(graph_->size() - 1).commit.id, lost);
    if (!bases || bases->size() != 1) return std::nullopt;
    return find_patch(repository_->patch_id(bases->front(), lost));
}

} // namespace docs_lint::facts
