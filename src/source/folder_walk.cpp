#include "source/folder_walk.hpp"

#include "git/repository.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace docs_lint::source {
namespace {

namespace fs = std::filesystem;

/// What git knows about the paths of a work tree; without a repository every path is wanted.
class Tracking {
public:
    static base::Result<Tracking> read(const git::Repository* repository) {
        Tracking tracking;
        tracking.repository_ = repository;
        if (repository == nullptr) return tracking;
        auto entries = repository->read_index();
        if (!entries) return base::fail(std::move(entries.error()));
        tracking.entries_ = std::move(*entries);
        return tracking;
    }

    [[nodiscard]] const git::Entry* find(const std::string& path) const {
        const auto found = at_or_behind(path);
        return found != entries_.end() && found->path == path ? &*found : nullptr;
    }

    [[nodiscard]] bool holds_something_below(const std::string& folder) const {
        const std::string prefix = folder + '/';
        const auto found = at_or_behind(prefix);
        return found != entries_.end() && found->path.compare(0, prefix.size(), prefix) == 0;
    }

    [[nodiscard]] base::Result<bool> is_ignored(const std::string& path, bool is_folder) const {
        if (repository_ == nullptr) return false;
        return repository_->is_ignored(path, is_folder);
    }

    [[nodiscard]] bool knows_repositories() const { return repository_ != nullptr; }

private:
    [[nodiscard]] std::vector<git::Entry>::const_iterator at_or_behind(const std::string& path) const {
        return std::lower_bound(
            entries_.begin(), entries_.end(), path,
            [](const git::Entry& entry, const std::string& wanted) { return entry.path < wanted; });
    }

    const git::Repository* repository_ = nullptr;
    std::vector<git::Entry> entries_;
};

git::Mode mode_of(const fs::file_status& status) {
    if (fs::is_symlink(status)) return git::Mode::link;
    const bool executable = (status.permissions() & fs::perms::owner_exec) != fs::perms::none;
    return executable ? git::Mode::executable : git::Mode::file;
}

/// Lists a folder of the disk with all that is below it; no link is followed.
class Walk {
public:
    Walk(const std::string& root, const Tracking& tracking) : root_(root), tracking_(tracking) {}

    base::Result<std::vector<File>> run(const std::string& start) {
        folders_.push_back({start, false});
        while (!folders_.empty()) {
            const Folder folder = folders_.back();
            folders_.pop_back();
            if (auto listed = list(folder); !listed) return base::fail(std::move(listed.error()));
        }
        std::sort(files_.begin(), files_.end(), [](const File& a, const File& b) { return a.path < b.path; });
        return std::move(files_);
    }

private:
    struct Folder {
        std::string path;          ///< empty for the root
        bool tracked_only = false; ///< ignored, or another repository's
    };

    base::Result<void> list(const Folder& folder) {
        std::error_code error;
        fs::directory_iterator entry(fs::path(root_) / folder.path, error);
        for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (name == ".git") continue;
            const std::string path = folder.path.empty() ? name : folder.path + '/' + name;
            if (auto met = meet(path, folder.tracked_only); !met) return met;
        }
        if (error) return base::fail(unlistable(folder.path.empty() ? root_ : folder.path, error));
        return {};
    }

    base::Result<void> meet(const std::string& path, bool tracked_only) {
        std::error_code error;
        const fs::file_status status = fs::symlink_status(fs::path(root_) / path, error);
        if (status.type() == fs::file_type::not_found) return {}; // gone since the folder was listed
        if (error) return base::fail(unlistable(path, error));
        if (fs::is_directory(status)) return meet_folder(path, tracked_only);
        if (fs::is_regular_file(status) || fs::is_symlink(status))
            return meet_file(path, status, tracked_only);
        return {};
    }

    base::Result<void> meet_file(const std::string& path, const fs::file_status& status, bool tracked_only) {
        if (tracking_.find(path) == nullptr) {
            const auto ignored = tracked_only ? base::Result<bool>(true) : tracking_.is_ignored(path, false);
            if (!ignored) return base::fail(ignored.error());
            if (*ignored) return {};
        }
        files_.push_back({path, mode_of(status), std::nullopt});
        return {};
    }

    base::Result<void> meet_folder(const std::string& path, bool tracked_only) {
        if (tracking_.find(path) != nullptr && tracking_.find(path)->mode == git::Mode::submodule) {
            files_.push_back({path, git::Mode::submodule, std::nullopt});
            return {};
        }
        const bool apart = tracked_only || is_other_repository(path);
        const auto ignored = apart ? base::Result<bool>(true) : tracking_.is_ignored(path, true);
        if (!ignored) return base::fail(ignored.error());
        if (!*ignored || tracking_.holds_something_below(path)) folders_.push_back({path, *ignored});
        return {};
    }

    [[nodiscard]] bool is_other_repository(const std::string& path) const {
        std::error_code error;
        return tracking_.knows_repositories() && fs::exists(fs::path(root_) / path / ".git", error);
    }

    static base::Error unlistable(const std::string& path, const std::error_code& error) {
        return {base::ErrorKind::unverifiable, fmt::format("{} cannot be read: {}", path, error.message()),
                "make it readable, or leave it out"};
    }

    const std::string& root_;
    const Tracking& tracking_;
    std::vector<Folder> folders_;
    std::vector<File> files_;
};

} // namespace

base::Result<std::vector<File>> walk_folder(const git::Repository* repository, const std::string& root,
                                            const std::string& start) {
    const auto tracking = Tracking::read(repository);
    if (!tracking) return base::fail(tracking.error());
    return Walk(root, *tracking).run(start);
}

} // namespace docs_lint::source
