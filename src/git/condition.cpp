#include "git/libgit2.hpp"
#include "git/open_repository.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <system_error>

namespace docs_lint::git {
namespace {

std::filesystem::path common_folder(git_repository& repository) {
    return git_repository_commondir(&repository);
}

bool is_filled_file(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return !error && size > 0;
}

/// The repository's own configuration: nobody else's says what format it has.
ConfigHandle own_configuration(git_repository& repository) {
    ConfigHandle live;
    ConfigHandle own;
    if (git_repository_config(receive(live), &repository) < 0) return {};
    if (git_config_open_level(receive(own), live.get(), GIT_CONFIG_LEVEL_LOCAL) < 0) return {};
    ConfigHandle snapshot;
    if (git_config_snapshot(receive(snapshot), own.get()) < 0) return {};
    return snapshot;
}

std::string value_of(git_config* config, const char* name) {
    const char* value = nullptr;
    if (config == nullptr || git_config_get_string(&value, config, name) < 0 || value == nullptr) return {};
    return value;
}

int count_reference(const char*, void* payload) {
    ++*static_cast<std::size_t*>(payload);
    return 0;
}

/// The first look at the references: libgit2 tells of damaged ones once, and afterwards takes those in
/// `packed-refs` for absent.
base::Result<std::size_t> count_replace_references(git_repository& repository) {
    std::size_t count = 0;
    if (git_reference_foreach_glob(&repository, "refs/replace/*", count_reference, &count) < 0)
        return base::fail(base::ErrorKind::failure,
                          fmt::format("the references of {} cannot be read: {}",
                                      git_repository_path(&repository), last_message()),
                          "see what git says of them: git for-each-ref");
    return count;
}

bool says_promisor(const git_config_entry& entry) {
    const std::string_view name = entry.name;
    constexpr std::string_view kEnd = ".promisor";
    if (name.substr(0, 7) != "remote." || name.size() < kEnd.size() ||
        name.substr(name.size() - kEnd.size()) != kEnd)
        return false;
    int value = 0;
    return git_config_parse_bool(&value, entry.value) == 0 && value != 0;
}

bool has_promisor(git_repository& repository) {
    const ConfigHandle config = own_configuration(repository);
    if (!config) return false;
    if (!value_of(config.get(), "extensions.partialclone").empty()) return true;
    // Not git_config_foreach_match: its regular expressions leak.
    ConfigIteratorHandle iterator;
    if (git_config_iterator_new(receive(iterator), config.get()) < 0) return false;
    for (git_config_entry* entry = nullptr; git_config_next(&entry, iterator.get()) == 0;) {
        if (says_promisor(*entry)) return true;
    }
    return false;
}

} // namespace

base::Result<void> require_supported_format(git_repository& repository) {
    const ConfigHandle config = own_configuration(repository);
    const std::string objects = value_of(config.get(), "extensions.objectformat");
    const std::string references = value_of(config.get(), "extensions.refstorage");
    const std::string where = git_repository_path(&repository);
    if (!objects.empty() && objects != "sha1")
        return base::fail(base::ErrorKind::failure,
                          fmt::format("{} names its objects by {}: not supported", where, objects),
                          "docs-lint reads SHA-1 repositories only");
    if (!references.empty() && references != "files")
        return base::fail(base::ErrorKind::failure,
                          fmt::format("{} keeps its references in {} form: not supported", where, references),
                          "convert it: git refs migrate --ref-format=files");
    return {};
}

base::Result<Condition> read_condition(git_repository& repository) {
    const auto replaced = count_replace_references(repository);
    if (!replaced) return base::fail(replaced.error());
    Condition condition;
    // Not git_repository_is_shallow: that looks into a linked worktree's own folder, where the file never is.
    condition.shallow = is_filled_file(common_folder(repository) / "shallow");
    condition.grafts = is_filled_file(common_folder(repository) / "info" / "grafts");
    condition.bare = git_repository_is_bare(&repository) != 0;
    condition.partial = has_promisor(repository);
    condition.linked = git_repository_is_worktree(&repository) != 0;
    condition.replace_refs = *replaced;
    return condition;
}

} // namespace docs_lint::git
