#include "git/environment.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <git2/sys/repository.h>
#include <system_error>

namespace docs_lint::git {
namespace {

base::Error unusable(const std::string& name, const std::string& value) {
    return {base::ErrorKind::failure, fmt::format("{}={} cannot be used: {}", name, value, last_message()),
            "run docs-lint as git runs its hooks, or unset the variable"};
}

base::Result<void> require_same_common_folder(git_repository& repository) {
    const auto wanted = variable("GIT_COMMON_DIR");
    if (!wanted) return {};
    std::error_code error;
    if (std::filesystem::equivalent(*wanted, git_repository_commondir(&repository), error)) return {};
    return base::fail(base::ErrorKind::failure,
                      fmt::format("GIT_COMMON_DIR={} is not the common folder of {}", *wanted,
                                  git_repository_path(&repository)),
                      "unset GIT_COMMON_DIR");
}

base::Result<void> use_work_tree(git_repository& repository) {
    const auto folder = variable("GIT_WORK_TREE");
    if (!folder || folder->empty()) return {};
    if (git_repository_set_workdir(&repository, folder->c_str(), 0) < 0)
        return base::fail(unusable("GIT_WORK_TREE", *folder));
    return {};
}

base::Result<void> use_index_file(git_repository& repository) {
    const auto file = variable("GIT_INDEX_FILE");
    if (!file || file->empty()) return {};
    IndexHandle index;
    int code = git_index_open(receive(index), file->c_str());
    if (code == 0) code = git_repository_set_index(&repository, index.get());
    if (code < 0) return base::fail(unusable("GIT_INDEX_FILE", *file));
    return {};
}

base::Result<void> add_object_folders(git_odb& odb, const char* name) {
    const std::string folders = variable(name).value_or("");
    for (std::size_t begin = 0; begin < folders.size();) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        const std::string folder = folders.substr(begin, end - begin);
        if (!folder.empty() && git_odb_add_disk_alternate(&odb, folder.c_str()) < 0)
            return base::fail(unusable(name, folder));
        begin = end + 1;
    }
    return {};
}

base::Result<void> use_object_folders(git_repository& repository) {
    OdbHandle odb;
    if (git_repository_odb(receive(odb), &repository) < 0)
        return base::fail(unusable("GIT_DIR", git_repository_path(&repository)));
    if (auto added = add_object_folders(*odb, "GIT_OBJECT_DIRECTORY"); !added) return added;
    return add_object_folders(*odb, "GIT_ALTERNATE_OBJECT_DIRECTORIES");
}

} // namespace

std::optional<std::string> variable(const char* name) {
    const char* const value = std::getenv(name);
    if (value == nullptr) return std::nullopt;
    return value;
}

bool library_refuses_environment() {
    return variable("GIT_WORK_TREE") || variable("GIT_COMMON_DIR");
}

base::Result<void> apply_environment(git_repository& repository) {
    for (const auto step : {require_same_common_folder, use_work_tree, use_index_file, use_object_folders}) {
        if (auto done = step(repository); !done) return done;
    }
    return {};
}

} // namespace docs_lint::git
