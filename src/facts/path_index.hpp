#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace docs_lint::facts {

/// The last part of a path, and all before its slash; a path without a slash has no folder.
std::string_view name_of(std::string_view path);
std::string_view folder_of(std::string_view path);

/// Without the `./` and `../` that it begins with.
std::string_view without_way_up(std::string_view path);

/// Files and folders of a snapshot, for looking them up as people name them. The paths must outlive it.
class PathIndex {
public:
    PathIndex() = default;
    explicit PathIndex(const std::vector<std::string>& paths);

    [[nodiscard]] bool has_file(std::string_view path) const { return files_.count(path) > 0; }
    [[nodiscard]] bool has_folder(std::string_view path) const { return folders_.count(path) > 0; }

    /// Files whose path is `path` or ends in `/` + `path`.
    [[nodiscard]] std::vector<std::string> ending_in(std::string_view path) const;

    /// Files with that name in any folder, in any case.
    [[nodiscard]] std::vector<std::string> named_like(std::string_view name) const;

private:
    std::unordered_set<std::string_view> files_;
    std::unordered_set<std::string_view> folders_;
    std::unordered_map<std::string, std::vector<std::string_view>> by_name_; ///< in lower case
};

} // namespace docs_lint::facts
