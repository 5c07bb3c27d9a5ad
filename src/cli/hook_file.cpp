#include "cli/hook_file.hpp"

#include "cli/output.hpp"
#include "engine/hook_managers.hpp"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace docs_lint::cli {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::fail;
using base::Result;

enum class Content { nothing, ours, ours_of_another_version, somebodys };

Content content_of(const HookFile& file) {
    std::error_code error;
    if (fs::symlink_status(file.path, error).type() == fs::file_type::not_found) return Content::nothing;
    const std::string text = engine::read_small_file(file.path);
    if (text == file.script->text) return Content::ours;
    return engine::is_own_hook(text) ? Content::ours_of_another_version : Content::somebodys;
}

bool is_executable(const fs::path& path) {
    return ::access(path.c_str(), X_OK) == 0;
}

/// Some of a hook's input is gone once it was read, so that two who need it must share it.
bool reads_input(std::string_view hook) {
    return hook == "pre-push" || hook == "pre-receive";
}

std::string call_of(std::string_view hook) {
    if (!reads_input(hook)) return fmt::format("docs-lint hook {} || exit", hook);
    return fmt::format("input=$(cat); printf '%s\\n' \"$input\" | docs-lint hook {} \"$@\" || exit", hook);
}

std::string what_to_add(const HookFile& file) {
    std::string help =
        fmt::format("put this line into it, before anything that ends it: {}", call_of(file.script->name));
    if (reads_input(file.script->name)) help += " (what stood in its standard input is in $input then)";
    return help;
}

Result<std::string> write(const HookFile& file, std::string_view done, bool replaces) {
    const std::string path = file.path.string();
    if (file.dry_run) return fmt::format("would be {}: {}", done, path);
    std::error_code error;
    fs::create_directories(file.path.parent_path(), error);
    if (error || !fs::is_directory(file.path.parent_path(), error))
        return fail(ErrorKind::failure,
                    fmt::format("{} cannot be made a folder", file.path.parent_path().string()),
                    "git looks for hooks there: `git config --show-origin core.hooksPath` says who wants it");
    if (auto written = write_script(path, file.script->text, replaces); !written)
        return fail(written.error());
    return fmt::format("{}: {}", done, path);
}

Result<std::string> make_executable(const HookFile& file) {
    const std::string path = file.path.string();
    if (is_executable(file.path)) return fmt::format("already there: {}", path);
    if (file.dry_run) return fmt::format("would be made executable: {}", path);
    std::error_code error;
    fs::permissions(file.path, fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec,
                    fs::perm_options::add, error);
    if (error)
        return fail(ErrorKind::failure,
                    fmt::format("{} cannot be made executable: {}", path, error.message()));
    return fmt::format("made executable: {}", path);
}

Result<std::string> respect(const HookFile& file) {
    const std::string path = file.path.string();
    if (!engine::runs_docs_lint(engine::read_small_file(file.path), file.script->name))
        return fail(ErrorKind::usage, fmt::format("{} is somebody else's, and stays as it is", path),
                    what_to_add(file));
    if (is_executable(file.path)) return fmt::format("somebody else's, and runs docs-lint already: {}", path);
    return fail(ErrorKind::usage, fmt::format("{} is not executable, so git skips it", path),
                "it is somebody else's: if it shall run, chmod +x it");
}

} // namespace

Result<std::string> install_hook(const HookFile& file) {
    switch (content_of(file)) {
    case Content::nothing:
        return write(file, "installed", false);
    case Content::ours_of_another_version:
        return write(file, "replaced", true);
    case Content::ours:
        return make_executable(file);
    case Content::somebodys:
        break;
    }
    return respect(file);
}

Result<std::string> uninstall_hook(const HookFile& file) {
    const Content content = content_of(file);
    const std::string path = file.path.string();
    if (content == Content::nothing) return std::string();
    if (content == Content::somebodys) {
        if (!engine::runs_docs_lint(engine::read_small_file(file.path), file.script->name))
            return fmt::format("somebody else's, and left alone: {}", path);
        return fail(ErrorKind::usage,
                    fmt::format("{} is somebody else's, runs docs-lint, and stays as it is", path),
                    fmt::format("take the line with `docs-lint hook {}` out of it", file.script->name));
    }
    if (file.dry_run) return fmt::format("would be removed: {}", path);
    if (::unlink(path.c_str()) != 0)
        return fail(ErrorKind::failure, fmt::format("{} cannot be removed: {}", path, std::strerror(errno)));
    return fmt::format("removed: {}", path);
}

} // namespace docs_lint::cli
