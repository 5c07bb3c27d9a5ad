#include "cli/history_index.hpp"

#include "cli/versions.hpp"

#include <filesystem>
#include <system_error>

namespace docs_lint::cli {
namespace {

/// As the XDG base directory specification has it: a folder that is not absolute does not count. A home that
/// is not there is none of anybody's, and is not made.
std::optional<std::string> cache_folder(const Surroundings& surroundings) {
    const auto cache = variable(surroundings, "XDG_CACHE_HOME");
    if (cache && cache->front() == '/') return cache;
    const auto home = variable(surroundings, "HOME");
    std::error_code error;
    if (home && home->front() == '/' && std::filesystem::is_directory(*home, error)) return *home + "/.cache";
    return std::nullopt;
}

} // namespace

base::Result<void> use_history_index(const CommonOptions& options, bool judges_for_others,
                                     const Surroundings& surroundings, engine::Request& request) {
    const bool automatic = options.history_index == "auto";
    if (options.history_index == "never" || (automatic && (judges_for_others || under_ci(surroundings))))
        return {};
    const auto folder = cache_folder(surroundings);
    if (!folder && automatic) return {};
    if (!folder)
        return base::fail(base::ErrorKind::usage, "there is no folder for the history's index",
                          "set XDG_CACHE_HOME or HOME to an absolute path, or leave --history-index out");
    request.index_folder = *folder + "/docs-lint/" + own_version();
    return {};
}

} // namespace docs_lint::cli
