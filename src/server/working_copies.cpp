#include "server/working_copies.hpp"

#include "git/repository.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace docs_lint::server {
namespace {

namespace fs = std::filesystem;
using base::Result;

/// With a final `/`, and no link in it as far as it is there.
std::string folder_name(const fs::path& folder) {
    std::error_code error;
    const fs::path real = fs::weakly_canonical(folder, error);
    std::string name = error ? folder.string() : real.string();
    if (!name.ends_with('/')) name.push_back('/');
    return name;
}

/// Where git can begin to look.
std::string nearest_folder(fs::path folder) {
    std::error_code error;
    while (!fs::is_directory(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
    return folder.string();
}

/// The innermost of the editor's folders that holds it; empty where none does. No other folder will do: to
/// look for documents in a whole home folder would take minutes.
std::string root_without_repository(const std::string& folder, const std::vector<std::string>& open_folders) {
    std::string longest;
    for (const std::string& open : open_folders) {
        const std::string name = folder_name(open);
        if (folder.starts_with(name) && name.size() > longest.size()) longest = name;
    }
    return longest;
}

} // namespace

Result<std::optional<Home>> WorkingCopies::home_of(const std::string& file) const {
    const fs::path path(file);
    const std::string folder = folder_name(path.parent_path());
    const auto repository =
        git::Repository::open(nearest_folder(fs::path(folder).parent_path()), {false, request_.trust_owner});
    std::string root;
    if (repository) {
        const auto work_tree = repository->work_tree();
        if (!work_tree) return std::nullopt;
        root = folder_name(*work_tree);
    } else if (repository.error().kind == base::ErrorKind::usage) {
        root = root_without_repository(folder, folders_);
    } else {
        return base::fail(repository.error());
    }
    if (root.empty() || !folder.starts_with(root)) return std::nullopt;
    return Home{root, folder.substr(root.size()) + path.filename().string()};
}

Result<std::shared_ptr<engine::WorkingCopy>> WorkingCopies::at(const std::string& root) {
    auto& known = by_root_[root];
    if (known != nullptr && known->is_current()) return known;
    auto opened = engine::WorkingCopy::open(request_for(root, {}));
    if (!opened) return base::fail(opened.error());
    known = std::make_shared<engine::WorkingCopy>(std::move(*opened));
    return known;
}

std::shared_ptr<engine::WorkingCopy> WorkingCopies::last_at(const std::string& root) const {
    const auto known = by_root_.find(root);
    return known == by_root_.end() ? nullptr : known->second;
}

engine::Request WorkingCopies::request_for(const std::string& root, std::vector<std::string> paths) const {
    engine::Request request = request_;
    request.folder = root;
    request.paths = std::move(paths);
    return request;
}

} // namespace docs_lint::server
