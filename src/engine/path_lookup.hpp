#pragma once

#include "base/result.hpp"
#include "git/repository.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace docs_lint::engine {

/// Finds one path in many trees. Folders that several trees share are looked into once.
class PathLookup {
public:
    PathLookup(const git::Repository& repository, const std::string& path);

    base::Result<std::optional<git::Entry>> find(const git::ObjectId& tree) { return find(tree, 0); }

private:
    base::Result<std::optional<git::Entry>> find(const git::ObjectId& tree, std::size_t depth);

    const git::Repository& repository_;
    std::vector<std::string> parts_;
    std::vector<std::unordered_map<git::ObjectId, std::optional<git::Entry>>> known_; ///< by depth
};

} // namespace docs_lint::engine
