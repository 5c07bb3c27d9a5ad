#pragma once

/// Private to git/: trees that were read.

#include "git/libgit2.hpp"
#include "git/tree_object.hpp"

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <vector>

namespace docs_lint::git {

/// A tree object, and its entries, whose names stand in it.
struct ReadTree {
    OdbObjectHandle object;
    std::vector<TreeEntry> entries;
};

/// Keeps some of the trees that were read last. What is dropped here lives on with whoever still holds it.
class TreeCache {
public:
    [[nodiscard]] std::shared_ptr<const ReadTree> find(const ObjectId& id) const {
        const auto found = trees_.find(id);
        return found == trees_.end() ? nullptr : found->second;
    }

    void keep(const ObjectId& id, std::shared_ptr<const ReadTree> tree) {
        entries_ += tree->entries.size();
        if (entries_ > kMostEntries) {
            trees_.clear();
            entries_ = tree->entries.size();
        }
        trees_[id] = std::move(tree);
    }

private:
    static constexpr std::size_t kMostEntries = 50'000; ///< some four megabytes

    std::unordered_map<ObjectId, std::shared_ptr<const ReadTree>> trees_;
    std::size_t entries_ = 0;
};

} // namespace docs_lint::git
