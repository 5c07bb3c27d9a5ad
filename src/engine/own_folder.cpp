#include "engine/own_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace docs_lint::engine {
namespace {

namespace fs = std::filesystem;

struct WrittenFile {
    fs::file_time_type written;
    fs::path path;
};

std::vector<WrittenFile> newest_first(const std::string& folder) {
    std::vector<WrittenFile> files;
    std::error_code error;
    for (auto at = fs::directory_iterator(folder, error); !error && at != fs::directory_iterator();
         at.increment(error))
        if (const auto written = at->last_write_time(error); !error) files.push_back({written, at->path()});
    std::sort(files.begin(), files.end(),
              [](const WrittenFile& left, const WrittenFile& right) { return left.written > right.written; });
    return files;
}

} // namespace

bool is_own(const std::string& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) return false;
    return status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 &&
           (S_ISDIR(status.st_mode) || S_ISREG(status.st_mode));
}

bool make_own_folder(const std::string& folder) {
    std::error_code error;
    fs::create_directories(fs::path(folder).parent_path(), error);
    if (::mkdir(folder.c_str(), S_IRWXU) == 0) return true;
    return is_own(folder);
}

void drop_oldest(const std::string& folder, std::size_t most) {
    const auto files = newest_first(folder);
    std::error_code error;
    for (std::size_t at = most; at < files.size(); ++at) fs::remove(files[at].path, error);
}

} // namespace docs_lint::engine
