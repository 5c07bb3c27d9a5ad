#include "base/text.hpp"
#include "git/index_entries.hpp"
#include "git/open_repository.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace docs_lint::git {
namespace {

constexpr std::size_t kMostNamedConflicts = 5;

base::Error unusable(const std::string& what, const std::string& cure) {
    return {base::ErrorKind::unverifiable, "the index cannot be read: " + what, cure};
}

/// Split and sparse indexes announce themselves by extensions that libgit2 does not know and refuses by name.
base::Error explain(const std::string& reason) {
    if (reason.find("'link'") != std::string::npos)
        return unusable("it is split", "git update-index --no-split-index");
    if (reason.find("'sdir'") != std::string::npos)
        return unusable("it is sparse", "git sparse-checkout reapply --no-sparse-index");
    if (reason.find("checksum") != std::string::npos)
        return unusable(reason, "git config index.skipHash false, then git update-index --force-write-index; "
                                "or git reset, which writes the index anew");
    return unusable(reason, "git reset writes the index anew");
}

base::Error conflicted(std::vector<std::string> paths) {
    const std::size_t all = paths.size();
    if (all > kMostNamedConflicts) {
        paths.resize(kMostNamedConflicts);
        paths.push_back(fmt::format("{} more", all - kMostNamedConflicts));
    }
    return unusable("unresolved conflicts in " + base::list_in_words(paths),
                    "resolve them, then git add each of the files");
}

bool is_intent_only(const git_index_entry& entry) {
    return (entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0;
}

base::Result<IndexHandle> open_index(git_repository& repository) {
    IndexHandle index;
    if (git_repository_index(receive(index), &repository) < 0) return base::fail(explain(last_message()));
    if (git_index_read(index.get(), 0) < 0) return base::fail(explain(last_message()));
    const char* const path = git_index_path(index.get());
    std::error_code error;
    if (git_repository_is_bare(&repository) != 0 &&
        (path == nullptr || !std::filesystem::exists(path, error)))
        return base::fail(base::ErrorKind::usage, "a bare repository has no index");
    return index;
}

} // namespace

base::Result<IndexContent> read_entries(git_index& index) {
    IndexContent content;
    for (std::size_t at = 0; at < git_index_entrycount(&index); ++at) {
        const git_index_entry& raw = *git_index_get_byindex(&index, at);
        if (git_index_entry_stage(&raw) != 0) {
            if (content.conflicts.empty() || content.conflicts.back() != raw.path)
                content.conflicts.emplace_back(raw.path);
        } else if (raw.mode == static_cast<std::uint32_t>(Mode::tree)) {
            return base::fail(explain("'sdir'"));
        } else if (!is_intent_only(raw)) {
            content.entries.push_back({raw.path, static_cast<Mode>(raw.mode), from_oid(raw.id)});
        }
    }
    // libgit2 keeps the order of the file, and a case-insensitive one where the file system is.
    std::sort(content.entries.begin(), content.entries.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
    std::sort(content.conflicts.begin(), content.conflicts.end());
    return content;
}

base::Result<std::vector<Entry>> Repository::read_index() const {
    const auto index = open_index(*state_->repository);
    if (!index) return base::fail(index.error());
    auto content = read_entries(**index);
    if (!content) return base::fail(content.error());
    if (!content->conflicts.empty()) return base::fail(conflicted(std::move(content->conflicts)));
    return std::move(content->entries);
}

} // namespace docs_lint::git
