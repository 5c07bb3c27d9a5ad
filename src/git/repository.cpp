#include "git/repository.hpp"

#include "git/object_store.hpp"
#include "git/open_repository.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace docs_lint::git {
namespace {

using base::ErrorKind;

/// A name that only a history that is not here could resolve: a whole object name, or a step back from one.
bool may_be_out_of_reach(const OpenRepository& open, const std::string& revision) {
    const bool steps_back = revision.find_first_of("~^") != std::string::npos;
    return parse_object_id(revision).has_value() || (open.condition.shallow && steps_back);
}

base::Error unresolved(const OpenRepository& open, int code, const std::string& revision) {
    if (code == GIT_ENOTFOUND && may_be_out_of_reach(open, revision))
        return {ErrorKind::unverifiable, fmt::format("{} is not in this repository", revision),
                cure_for_missing(open.condition)};
    if (code == GIT_ENOTFOUND)
        return {ErrorKind::usage, fmt::format("no revision is called {}", revision),
                "name a branch, a tag or a commit; fetch it first if it is remote"};
    return {ErrorKind::usage, fmt::format("{} names no commit: {}", revision, last_message()), ""};
}

} // namespace

Repository::Repository(std::unique_ptr<State> state) : state_(std::move(state)) {}
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;
Repository::~Repository() = default;

base::Result<Repository> Repository::open(const std::string& path, const OpenOptions& options) {
    start_libgit2();
    auto handle = open_handle(path, options);
    if (!handle) return base::fail(std::move(handle.error()));
    auto state = std::make_unique<State>();
    state->repository = std::move(*handle);
    if (auto supported = require_supported_format(*state->repository); !supported)
        return base::fail(std::move(supported.error()));
    auto store = take_read_only_store(*state->repository);
    if (!store) return base::fail(std::move(store.error()));
    state->odb = std::move(*store);
    auto condition = read_condition(*state->repository);
    if (!condition) return base::fail(std::move(condition.error()));
    state->condition = *condition;
    return Repository(std::move(state));
}

const Condition& Repository::condition() const {
    return state_->condition;
}

std::optional<std::string> Repository::work_tree() const {
    const char* const folder = git_repository_workdir(state_->repository.get());
    if (folder == nullptr) return std::nullopt;
    return folder;
}

std::string Repository::git_directory() const {
    return git_repository_path(state_->repository.get());
}

namespace {

std::string read_hooks_path(const git_config* config) {
    git_buf path = GIT_BUF_INIT;
    std::string set;
    if (git_config_get_path(&path, config, "core.hookspath") == 0 && path.ptr != nullptr) set = path.ptr;
    git_buf_dispose(&path);
    return set;
}

/// The configuration of a single work tree, which goes before all others, and of which libgit2 1.5 knows
/// nothing.
std::string hooks_path_of_work_tree(git_repository* repository, const git_config* config) {
    int enabled = 0;
    git_config_get_bool(&enabled, config, "extensions.worktreeconfig");
    ConfigHandle own;
    const std::string path = std::string(git_repository_path(repository)) + "config.worktree";
    if (enabled == 0 || git_config_open_ondisk(receive(own), path.c_str()) < 0) return {};
    return read_hooks_path(own.get());
}

/// Empty where nothing is set.
std::string configured_hooks_path(git_repository* repository) {
    ConfigHandle config;
    if (git_repository_config(receive(config), repository) < 0) return {};
    const std::string own = hooks_path_of_work_tree(repository, config.get());
    return own.empty() ? read_hooks_path(config.get()) : own;
}

} // namespace

std::string Repository::hooks_folder() const {
    git_repository* const repository = state_->repository.get();
    const std::filesystem::path own = std::filesystem::path(git_repository_commondir(repository)) / "hooks";
    const std::string set = configured_hooks_path(repository);
    if (set.empty()) return own.string() + "/";
    // git resolves a relative path where it runs hooks: in the work tree, or in a bare repository's folder.
    const std::filesystem::path folder = std::filesystem::path(work_tree().value_or(git_directory())) / set;
    return folder.string() + (set.back() == '/' ? "" : "/");
}

base::Result<std::optional<ObjectId>> Repository::head() const {
    ReferenceHandle reference;
    const int code = git_repository_head(receive(reference), state_->repository.get());
    if (code == GIT_EUNBORNBRANCH) return std::nullopt;
    if (code < 0) return base::fail(ErrorKind::failure, "HEAD cannot be read: " + last_message());
    const git_oid* const target = git_reference_target(reference.get());
    if (target == nullptr) return base::fail(ErrorKind::failure, "HEAD names no commit");
    return from_oid(*target);
}

base::Result<ObjectId> Repository::resolve(const std::string& revision) const {
    ObjectHandle object;
    int code = git_revparse_single(receive(object), state_->repository.get(), revision.c_str());
    if (code < 0) return base::fail(unresolved(*state_, code, revision));
    ObjectHandle commit;
    code = git_object_peel(receive(commit), object.get(), GIT_OBJECT_COMMIT);
    if (code < 0)
        return base::fail(ErrorKind::usage,
                          fmt::format("{} names no commit but a {}", revision,
                                      git_object_type2string(git_object_type(object.get()))));
    return from_oid(*git_object_id(commit.get()));
}

namespace {

base::Error unreadable_reference(const std::string& name) {
    return {ErrorKind::unverifiable, fmt::format("what {} names is not here: {}", name, last_message()),
            "fetch the whole history with `git fetch --unshallow --tags`; `git fsck` finds damage"};
}

} // namespace

base::Result<std::vector<Repository::Reference>> Repository::references(const std::string& prefix) const {
    ReferenceIteratorHandle iterator;
    if (git_reference_iterator_new(receive(iterator), state_->repository.get()) < 0)
        return base::fail(ErrorKind::failure, "the references cannot be read: " + last_message());
    std::vector<Reference> found;
    for (;;) {
        ReferenceHandle reference;
        const int code = git_reference_next(receive(reference), iterator.get());
        if (code == GIT_ITEROVER) break;
        if (code < 0)
            return base::fail(ErrorKind::failure, "the references cannot be read: " + last_message());
        const std::string name = git_reference_name(reference.get());
        ObjectHandle commit;
        if (name.compare(0, prefix.size(), prefix) != 0) continue;
        const int peeled = git_reference_peel(receive(commit), reference.get(), GIT_OBJECT_COMMIT);
        if (peeled == GIT_EPEEL || peeled == GIT_EINVALIDSPEC) continue; // of a tree or a blob
        if (peeled < 0)
            found.push_back({name, {}, unreadable_reference(name)});
        else
            found.push_back({name, from_oid(*git_object_id(commit.get())), {}});
    }
    std::sort(found.begin(), found.end(),
              [](const Reference& a, const Reference& b) { return a.name < b.name; });
    return found;
}

base::Result<bool> Repository::is_ignored(const std::string& path, bool is_folder) const {
    int ignored = 0;
    const std::string asked = is_folder ? path + '/' : path;
    if (git_ignore_path_is_ignored(&ignored, state_->repository.get(), asked.c_str()) < 0)
        return base::fail(ErrorKind::failure,
                          fmt::format("cannot tell whether {} is ignored: {}", path, last_message()));
    return ignored != 0;
}

} // namespace docs_lint::git
