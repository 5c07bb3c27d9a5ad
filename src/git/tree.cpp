#include "git/object_store.hpp"
#include "git/tree_object.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <string_view>

namespace docs_lint::git {
namespace {

constexpr std::size_t kDeepestFolder = 200;
constexpr std::size_t kMostEntries = 2'000'000; // a tree of equal trees can be endless in a few kilobytes

using Tree = std::shared_ptr<const ReadTree>;

/// The tree of a commit is read twice, against its parent's and against its child's.
base::Result<Tree> read_tree(OpenRepository& open, const ObjectId& id) {
    static const Tree kEmpty = std::make_shared<const ReadTree>();
    if (id.is_zero()) return kEmpty;
    if (auto known = open.trees.find(id)) return known;
    auto object = read_object(open, id, GIT_OBJECT_TREE);
    if (!object) return base::fail(object.error());
    auto entries = parse_tree(id, bytes_of(**object));
    if (!entries) return base::fail(entries.error());
    auto tree = std::make_shared<const ReadTree>(ReadTree{std::move(*object), std::move(*entries)});
    open.trees.keep(id, tree);
    return tree;
}

/// Walks two trees side by side in git's order, which is the byte order of the whole paths. The keys of a
/// file and of a folder differ, so one that replaces the other is a deletion and an addition.
class Comparison {
public:
    explicit Comparison(OpenRepository& open) : open_(open) {}

    base::Result<std::vector<Change>> run(const ObjectId& old_tree, const ObjectId& new_tree) {
        if (old_tree == new_tree) return std::vector<Change>{};
        if (auto entered = enter("", old_tree, new_tree); !entered) return base::fail(entered.error());
        while (!folders_.empty()) {
            if (auto stepped = step(); !stepped) return base::fail(stepped.error());
        }
        return std::move(changes_);
    }

private:
    struct Folder {
        std::string prefix;
        Tree old_tree, new_tree;
        std::size_t old_at = 0, new_at = 0;
    };

    base::Result<void> enter(std::string prefix, const ObjectId& old_tree, const ObjectId& new_tree) {
        if (folders_.size() >= kDeepestFolder)
            return base::fail(base::ErrorKind::unverifiable,
                              fmt::format("more than {} folders inside one another", kDeepestFolder));
        auto old_read = read_tree(open_, old_tree);
        if (!old_read) return base::fail(old_read.error());
        auto new_read = read_tree(open_, new_tree);
        if (!new_read) return base::fail(new_read.error());
        entries_ += (*old_read)->entries.size() + (*new_read)->entries.size();
        if (entries_ > kMostEntries)
            return base::fail(base::ErrorKind::unverifiable, fmt::format("more than {} files", kMostEntries));
        folders_.push_back({std::move(prefix), std::move(*old_read), std::move(*new_read)});
        return {};
    }

    static bool is_same(const TreeEntry& left, const TreeEntry& right) {
        return left.id == right.id && left.mode == right.mode && left.name == right.name;
    }

    base::Result<void> step() {
        Folder& folder = folders_.back();
        const auto& old_entries = folder.old_tree->entries;
        const auto& new_entries = folder.new_tree->entries;
        while (folder.old_at < old_entries.size() && folder.new_at < new_entries.size() &&
               is_same(old_entries[folder.old_at], new_entries[folder.new_at]))
            ++folder.old_at, ++folder.new_at; // most of two trees
        const bool old_left = folder.old_at < old_entries.size();
        const bool new_left = folder.new_at < new_entries.size();
        if (!old_left && !new_left) {
            folders_.pop_back();
            return {};
        }
        const int order = !old_left   ? 1
                          : !new_left ? -1
                                      : compare_order(old_entries[folder.old_at], new_entries[folder.new_at]);
        const TreeEntry before = order <= 0 ? old_entries[folder.old_at++] : TreeEntry{};
        const TreeEntry after = order >= 0 ? new_entries[folder.new_at++] : TreeEntry{};
        if (before.mode == after.mode && before.id == after.id) return {};
        return meet(folder.prefix + std::string(order <= 0 ? before.name : after.name), before, after);
    }

    base::Result<void> meet(std::string path, const TreeEntry& before, const TreeEntry& after) {
        if (before.mode == Mode::tree || after.mode == Mode::tree)
            return enter(path + '/', before.id, after.id);
        changes_.push_back({std::move(path), before.mode, before.id, after.mode, after.id});
        return {};
    }

    OpenRepository& open_;
    std::vector<Folder> folders_;
    std::vector<Change> changes_;
    std::size_t entries_ = 0;
};

std::optional<TreeEntry> find_name(const ReadTree& tree, std::string_view name) {
    const auto found = std::find_if(tree.entries.begin(), tree.entries.end(),
                                    [name](const TreeEntry& entry) { return entry.name == name; });
    if (found == tree.entries.end()) return std::nullopt;
    return *found;
}

} // namespace

base::Result<std::vector<Change>> Repository::compare_trees(const ObjectId& old_tree,
                                                            const ObjectId& new_tree) const {
    return Comparison(*state_).run(old_tree, new_tree);
}

base::Result<std::vector<Entry>> Repository::list_tree(const ObjectId& tree) const {
    auto changes = compare_trees(ObjectId{}, tree);
    if (!changes) return base::fail(std::move(changes.error()));
    std::vector<Entry> entries;
    entries.reserve(changes->size());
    for (Change& change : *changes)
        entries.push_back({std::move(change.path), change.new_mode, change.new_id});
    return entries;
}

base::Result<std::optional<Entry>> Repository::find_entry(const ObjectId& tree,
                                                          const std::string& path) const {
    TreeEntry at{{}, Mode::tree, tree};
    for (std::size_t begin = 0; begin <= path.size();) {
        if (at.mode != Mode::tree) return std::nullopt;
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const auto read = read_tree(*state_, at.id);
        if (!read) return base::fail(read.error());
        const auto found = find_name(**read, std::string_view(path).substr(begin, end - begin));
        if (!found) return std::nullopt;
        at = *found;
        begin = end + 1;
    }
    return Entry{path, at.mode, at.id};
}

} // namespace docs_lint::git
