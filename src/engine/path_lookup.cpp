#include "engine/path_lookup.hpp"

#include "base/text.hpp"

namespace docs_lint::engine {

PathLookup::PathLookup(const git::Repository& repository, const std::string& path) : repository_(repository) {
    for (const std::string_view part : base::split(path, '/')) parts_.emplace_back(part);
    known_.resize(parts_.size());
}

// Recursion is as deep as the path.
base::Result<std::optional<git::Entry>> PathLookup::find(const git::ObjectId& tree, std::size_t depth) {
    if (const auto known = known_[depth].find(tree); known != known_[depth].end()) return known->second;
    auto entry = repository_.find_entry(tree, parts_[depth]);
    if (!entry) return entry;
    if (*entry && depth + 1 < parts_.size()) {
        if ((*entry)->mode == git::Mode::tree) {
            entry = find((*entry)->id, depth + 1);
            if (!entry) return entry;
        } else {
            *entry = std::nullopt;
        }
    }
    known_[depth].emplace(tree, *entry);
    return entry;
}

} // namespace docs_lint::engine
