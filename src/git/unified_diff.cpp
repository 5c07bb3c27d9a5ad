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

} // namespace

base::Result<std::string> unified_diff(const std::string& path, std::string_view before,
                                       std::string_view after) {
    if (before == after) return std::string{};
    start_libgit2();
    const git_diff_options options = options_for_text();
    PatchHandle patch;
    const int made = git_patch_from_buffers(receive(patch), before.data(), before.size(), path.c_str(),
                                            after.data(), after.size(), path.c_str(), &options);
    git_buf text = GIT_BUF_INIT;
    const BufferHandle owner(&text);
    if (made != 0 || git_patch_to_buf(&text, patch.get()) != 0)
        return base::fail(base::ErrorKind::failure,
                          fmt::format("the difference of {} cannot be shown: {}", path, last_message()));
    return std::string(text.ptr, text.size);
}

} // namespace docs_lint::git
