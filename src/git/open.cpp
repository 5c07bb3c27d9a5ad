#include "git/environment.hpp"
#include "git/open_repository.hpp"

#include <fmt/format.h>
#include <mutex>

namespace docs_lint::git {
namespace {

using base::ErrorKind;

/// Where and how libgit2 shall open.
struct Location {
    std::optional<std::string> path; ///< nothing: where GIT_DIR says
    unsigned flags = GIT_REPOSITORY_OPEN_NO_SEARCH;

    [[nodiscard]] const char* start() const { return path ? path->c_str() : nullptr; }
    [[nodiscard]] std::string shown() const { return path ? *path : variable("GIT_DIR").value_or("."); }
};

/// libgit2 1.5 says of another user's repository that the setting was not found, when there is no such
/// setting.
bool is_about_owner(int code) {
    return code == GIT_EOWNER ||
           (code == GIT_ENOTFOUND && last_message().find("safe.directory") != std::string::npos);
}

/// The owner check is a setting of the whole library.
int open_raw(RepositoryHandle& handle, const Location& location, bool check_owner) {
    static std::mutex mutex;
    const std::lock_guard<std::mutex> lock(mutex);
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, check_owner ? 1 : 0);
    const int code = git_repository_open_ext(receive(handle), location.start(), location.flags, nullptr);
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1);
    return is_about_owner(code) ? GIT_EOWNER : code;
}

struct SafeDirectories {
    std::string folder;
    bool safe = false;
};

int judge_safe_directory(const git_config_entry* entry, void* payload) {
    auto& directories = *static_cast<SafeDirectories*>(payload);
    std::string value = entry->value != nullptr ? entry->value : "";
    if (value.empty()) directories.safe = false;
    while (value.size() > 1 && value.back() == '/') value.pop_back();
    if (value == "*" || value == directories.folder) directories.safe = true;
    return 0;
}

/// As git does it: from the user's and the system's configuration only; an empty value starts the list again.
bool is_safe_directory(const std::string& folder) {
    ConfigHandle config;
    if (git_config_open_default(receive(config)) < 0) return false;
    SafeDirectories directories{folder};
    git_config_get_multivar_foreach(config.get(), "safe.directory", nullptr, judge_safe_directory,
                                    &directories);
    return directories.safe;
}

base::Error cannot_open(int code, const std::string& where) {
    if (code == GIT_EOWNER)
        return {
            ErrorKind::failure, fmt::format("the git repository at {} belongs to another user", where),
            fmt::format("if you trust it: git config --global --add safe.directory {}, or --trust-repository",
                        where)};
    const std::string reason = last_message();
    if (reason.find("unsupported extension") != std::string::npos)
        return {ErrorKind::failure,
                fmt::format("the git repository at {} is not supported: {}", where, reason),
                "use a clone without that extension"};
    return {ErrorKind::failure, fmt::format("the git repository at {} cannot be opened: {}", where, reason),
            "run git status there: git says what is wrong with it"};
}

base::Result<RepositoryHandle> open_location(const Location& location, bool trusted) {
    RepositoryHandle handle;
    int code = open_raw(handle, location, !trusted);
    if (code == GIT_EOWNER && is_safe_directory(location.shown())) code = open_raw(handle, location, false);
    if (code < 0) return base::fail(cannot_open(code, location.shown()));
    return handle;
}

base::Result<RepositoryHandle> open_by_hand(const Location& location, bool trusted) {
    auto handle = open_location(location, trusted);
    if (!handle) return handle;
    if (auto applied = apply_environment(**handle); !applied) return base::fail(std::move(applied.error()));
    return handle;
}

base::Error planted(const std::string& repository, const std::string& work_tree) {
    return {
        ErrorKind::failure,
        fmt::format("{} is a bare repository inside the working tree of {}, where a commit may have put it",
                    repository, work_tree),
        "run docs-lint above it, or with --trust-repository if it is yours"};
}

base::Result<Location> locate(const std::string& path, bool trusted) {
    auto found = find_repository(path);
    if (!found) return base::fail(std::move(found.error()));
    if (!*found)
        return base::fail(ErrorKind::usage, fmt::format("no git repository at or above {}", path),
                          "run docs-lint inside a repository, or name one");
    const auto work_tree = trusted ? std::nullopt : surrounding_work_tree(**found);
    if (work_tree) return base::fail(planted(**found, *work_tree));
    return Location{**found};
}

base::Result<RepositoryHandle> open_from_environment(const std::string& path, const OpenOptions& options) {
    // git takes a GIT_DIR that is named outright without asking who owns it.
    const auto directory = variable("GIT_DIR");
    const bool trusted = options.trust_owner || directory;
    if (directory && !library_refuses_environment())
        return open_location({std::nullopt, GIT_REPOSITORY_OPEN_FROM_ENV}, trusted);
    if (directory)
        return open_by_hand({*directory, GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT},
                            trusted);
    auto location = locate(path, trusted);
    if (!location) return base::fail(std::move(location.error()));
    if (library_refuses_environment()) return open_by_hand(*location, trusted);
    location->flags |= GIT_REPOSITORY_OPEN_FROM_ENV;
    return open_location(*location, trusted);
}

} // namespace

base::Result<RepositoryHandle> open_handle(const std::string& path, const OpenOptions& options) {
    if (options.from_environment) return open_from_environment(path, options);
    const auto location = locate(path, options.trust_owner);
    if (!location) return base::fail(location.error());
    return open_location(*location, options.trust_owner);
}

} // namespace docs_lint::git
