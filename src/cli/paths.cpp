#include "cli/paths.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <system_error>

namespace docs_lint::cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::fail;
using base::Result;

fs::path root_of(const fs::path& folder) {
    for (fs::path at = folder;; at = at.parent_path()) {
        std::error_code ignored;
        if (fs::exists(fs::symlink_status(at / ".git", ignored))) return at;
        if (at == at.root_path()) return folder;
    }
}

/// The path below `root`, `.` for `root` itself, or nothing outside.
std::optional<std::string> below(const fs::path& root, const fs::path& path) {
    const fs::path relative = path.lexically_relative(root);
    if (relative.empty() || *relative.begin() == "..") return std::nullopt;
    return relative.generic_string();
}

/// The real place of a path, its last part left as it is.
fs::path place_of(fs::path path) {
    while (!path.has_filename() && path != path.root_path()) path = path.parent_path();
    std::error_code error;
    if (path.filename() == "." || path.filename() == ".." || path == path.root_path())
        return fs::weakly_canonical(path, error);
    const fs::path parent = fs::weakly_canonical(path.parent_path(), error);
    return error ? path.lexically_normal() : parent / path.filename();
}

Result<std::string> repository_path(const std::string& given, const fs::path& folder, const fs::path& root,
                                    MissingPath missing) {
    if (given.empty()) return fail(ErrorKind::usage, "an empty path was given", "`.` is the current folder");
    std::error_code error;
    const fs::path place = place_of(folder / given);
    if (missing == MissingPath::refuse && !fs::exists(fs::symlink_status(place, error)))
        return fail(ErrorKind::usage, fmt::format("no such file or folder: {}", given),
                    "paths are relative to the current folder");
    if (const auto path = below(root, place)) return *path;
    if (const auto path = below(root, fs::weakly_canonical(place, error)); path && !error) return *path;
    return fail(ErrorKind::usage, fmt::format("{} is outside the repository {}", given, root.string()),
                "run docs-lint from inside that repository, or name it with -C FOLDER");
}

} // namespace

Result<std::vector<std::string>> repository_paths(const std::vector<std::string>& given,
                                                  const fs::path& folder, MissingPath missing) {
    std::error_code error;
    const fs::path here = fs::canonical(folder, error);
    if (error)
        return fail(ErrorKind::usage, fmt::format("cannot enter {}: {}", folder.string(), error.message()));
    const fs::path root = root_of(here);
    std::vector<std::string> paths;
    for (const std::string& one : given) {
        auto path = repository_path(one, here, root, missing);
        if (!path) return fail(path.error());
        paths.push_back(*path);
    }
    if (std::find(paths.begin(), paths.end(), ".") != paths.end()) paths.clear();
    return paths;
}

} // namespace docs_lint::cli
