#include "git/open_repository.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace docs_lint::git {
namespace {

namespace fs = std::filesystem;

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::symlink_status(path, error).type() > fs::file_type::not_found;
}

bool is_bare_repository(const fs::path& folder) {
    return is_there(folder / "HEAD") && is_there(folder / "objects") && is_there(folder / "refs");
}

} // namespace

base::Result<std::optional<std::string>> find_repository(const std::string& path) {
    std::error_code error;
    const fs::path start = fs::canonical(path.empty() ? "." : path, error);
    if (error)
        return base::fail(base::ErrorKind::usage, fmt::format("cannot find {}: {}", path, error.message()));
    for (fs::path folder = start;; folder = folder.parent_path()) {
        if (is_there(folder / ".git") || is_bare_repository(folder)) return folder.string();
        if (folder == folder.parent_path()) return std::nullopt;
    }
}

std::optional<std::string> surrounding_work_tree(const std::string& repository) {
    fs::path folder = repository;
    if (is_there(folder / ".git")) return std::nullopt;
    while (folder != folder.parent_path() && folder.filename() != ".git") {
        folder = folder.parent_path();
        if (is_there(folder / ".git")) return folder.string();
    }
    return std::nullopt;
}

} // namespace docs_lint::git
