#include "git/unified_diff.hpp"

#include "git/libgit2.hpp"

#include <fmt/format.h>

namespace docs_lint::git {
namespace {

using PatchHandle = base::Handle<git_patch, git_patch_free>;
using BufferHandle = base::Handle<git_buf, git_buf_dispose>;

/// Governed documents are text, whatever bytes stand in them.
git_diff_options options_for_text() {
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_FORCE_TEXT;
    return options;
}

base::Result<PatchHandle> compare(const std::string& path, std::string_view before, std::string_view after) {
    start_libgit2();
    const git_diff_options options = options_for_text();
    PatchHandle patch;
    if (git_patch_from_buffers(receive(patch), before.data(), before.size(), path.c_str(), after.data(),
                               after.size(), path.c_str(), &options) == 0)
        return patch;
    return base::fail(base::ErrorKind::failure,
                      fmt::format("the difference of {} cannot be found: {}", path, last_message()));
}

} // namespace

base::Result<std::string> unified_diff(const std::string& path, std::string_view before,
                                       std::string_view after) {
    if (before == after) return std::string{};
    const auto patch = compare(path, before, after);
    if (!patch) return base::fail(patch.error());
    git_buf text = GIT_BUF_INIT;
    const BufferHandle owner(&text);
    if (git_patch_to_buf(&text, patch->get()) != 0)
        return base::fail(base::ErrorKind::failure,
                          fmt::format("the difference of {} cannot be shown: {}", path, last_message()));
    return std::string(text.ptr, text.size);
}

base::Result<std::size_t> lines_taken_out(std::string_view before, std::string_view after) {
    if (before == after) return 0U;
    const auto patch = compare("text", before, after);
    if (!patch) return base::fail(patch.error());
    std::size_t removed = 0;
    if (git_patch_line_stats(nullptr, nullptr, &removed, patch->get()) != 0)
        return base::fail(base::ErrorKind::failure,
                          fmt::format("the lines of a difference cannot be counted: {}", last_message()));
    return removed;
}

} // namespace docs_lint::git
