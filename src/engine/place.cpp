#include "engine/place.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace docs_lint::engine {
namespace {

using base::ErrorKind;
using base::Result;
using git::Commit;
using git::ObjectId;

std::string name_of(const Commit& commit) {
    return "commit " + git::to_short_hex(commit.id);
}

bool is_absent(const std::string& revision) {
    return revision.empty() || revision.find_first_not_of('0') == std::string::npos;
}

Result<Commit> read_revision(const git::Repository& repository, const std::string& revision) {
    if (revision.empty() || revision == "HEAD")
        if (const auto head = repository.head(); head && !*head)
            return base::fail(ErrorKind::usage, "there is no commit yet, and so no history to look at",
                              "commit first; `docs-lint check` looks at the files as they are");
    const auto id = repository.resolve(revision.empty() ? "HEAD" : revision);
    if (!id) return base::fail(id.error());
    return repository.read_commit(*id);
}

void note_conditions(Place& place) {
    const git::Condition& condition = place.repository->condition();
    if (condition.replace_refs > 0)
        place.notes.push_back(fmt::format("{} replace refs were found and ignored", condition.replace_refs));
    if (condition.grafts) place.notes.emplace_back("grafts were found and ignored");
    if (condition.shallow) place.notes.emplace_back("this clone is shallow: its history is not complete");
    if (condition.partial) place.notes.emplace_back("this is a partial clone: some objects are not here");
}

/// HEAD's commit; nothing on an unborn branch.
Result<std::optional<Commit>> head_of(const git::Repository& repository) {
    const auto head = repository.head();
    if (!head) return base::fail(head.error());
    if (!*head) return std::nullopt;
    return repository.read_commit(**head);
}

Result<void> read_head(Place& place) {
    auto head = head_of(*place.repository);
    if (!head) return base::fail(head.error());
    place.head = std::move(*head);
    return {};
}

Result<void> find_worktree(Place& place) {
    if (auto read = read_head(place); !read) return read;
    if (const auto root = place.repository->work_tree()) {
        place.root = *root;
        place.snapshot = source::worktree(place.repository.get(), place.root);
        place.scope = place.head ? fmt::format("the working tree on {}", name_of(*place.head))
                                 : "the working tree, before the first commit";
        return {};
    }
    if (!place.head)
        return base::fail(ErrorKind::usage, "a bare repository without commits: there is nothing to check",
                          "push something into it first");
    place.mode = Mode::revision;
    place.snapshot = source::commit(*place.repository, place.head->id);
    place.scope = name_of(*place.head);
    place.notes.emplace_back("a bare repository has no working tree: HEAD was checked");
    return {};
}

Result<void> find_index(Place& place) {
    if (auto read = read_head(place); !read) return read;
    place.snapshot = source::index(*place.repository);
    auto staged = find_staged(*place.repository, place.head, *place.snapshot);
    if (!staged) return base::fail(std::move(staged.error()));
    place.staged = std::move(*staged);
    place.scope = place.head ? fmt::format("the index against HEAD, {}", name_of(*place.head))
                             : "the index, before the first commit";
    return {};
}

/// While a merge is under way the next commit is another than HEAD, whatever it holds.
Result<bool> is_as_head(const Place& place) {
    if (!place.head || !place.staged->empty()) return false;
    const auto merged = place.repository->merge_heads();
    if (!merged) return base::fail(merged.error());
    return merged->empty();
}

Result<void> find_revision(Place& place, const Request& request) {
    auto commit = read_revision(*place.repository, request.head);
    if (!commit) return base::fail(commit.error());
    place.head = std::move(*commit);
    place.snapshot = source::commit(*place.repository, place.head->id);
    place.scope = name_of(*place.head);
    return {};
}

/// In a bare repository nothing is staged, ever.
Result<void> find_next_commit(Place& place, const Request& request) {
    place.mode = Mode::index;
    bool same = place.repository->condition().bare;
    if (!same) {
        if (auto found = find_index(place); !found) return found;
        const auto as_head = is_as_head(place);
        if (!as_head) return base::fail(as_head.error());
        same = *as_head;
    }
    if (!same) return {};
    place.mode = Mode::revision;
    place.staged.reset();
    if (auto found = find_revision(place, request); !found) return found;
    place.scope = "nothing is staged, so " + place.scope;
    return {};
}

Result<void> read_ancestry(Place& place) {
    const auto bases = place.repository->merge_bases(place.base->id, place.head->id);
    if (!bases) return base::fail(bases.error());
    place.base_is_ancestor = std::find(bases->begin(), bases->end(), place.base->id) != bases->end();
    return {};
}

/// What is no folder leaves no room for what stood below its path.
void put_in_place(std::vector<git::Entry>& entries, git::Entry entry) {
    if (entry.mode != git::Mode::tree)
        std::erase_if(entries, [below = entry.path + "/"](const git::Entry& other) {
            return other.path.starts_with(below);
        });
    entries.push_back(std::move(entry));
}

/// What conflicts is judged as the head has it: the base cannot have meant both.
Result<void> take_conflicts(Place& place) {
    std::vector<git::Entry>& merged = *place.merged;
    for (const std::string& path : place.conflicts) {
        auto entry = place.repository->find_entry(place.head->tree, path);
        if (!entry) return base::fail(entry.error());
        std::erase_if(merged, [&](const git::Entry& one) { return one.path == path; });
        if (*entry) put_in_place(merged, std::move(**entry));
    }
    std::sort(merged.begin(), merged.end(),
              [](const git::Entry& a, const git::Entry& b) { return a.path < b.path; });
    return {};
}

Result<void> find_range(Place& place, const Request& request) {
    if (auto found = find_revision(place, request); !found) return found;
    auto base_commit = read_revision(*place.repository, request.base);
    if (!base_commit) return base::fail(base_commit.error());
    place.base = std::move(*base_commit);
    if (auto read = read_ancestry(place); !read) return read;
    place.scope = fmt::format("{} on top of {}", name_of(*place.head), name_of(*place.base));
    if (place.base_is_ancestor) return {};
    auto merge = place.repository->merge(place.base->id, place.head->id);
    if (!merge) return base::fail(merge.error());
    place.conflicts = std::move(merge->conflicts);
    place.merged = std::move(merge->entries);
    if (auto taken = take_conflicts(place); !taken) return taken;
    place.scope = fmt::format("{} merged into {}", name_of(*place.head), name_of(*place.base));
    place.snapshot = source::entries(*place.repository, *place.merged, "the merge result");
    if (!place.conflicts.empty())
        place.notes.push_back(
            fmt::format("git cannot merge {} of the paths by itself: they were judged as the head has them",
                        place.conflicts.size()));
    return {};
}

Result<void> exclude_references(Place& place, const std::vector<std::string>& known_refs) {
    for (const std::string& prefix : known_refs) {
        const auto references = place.repository->references(prefix);
        if (!references) return base::fail(references.error());
        for (const auto& reference : *references)
            if (!reference.problem) place.excluded.push_back(reference.commit);
    }
    return {};
}

/// A new ref must not bring the rules by which it is judged, where the repository has some already: those of
/// HEAD, and where HEAD names a branch that is not there, of its only branch.
Result<void> read_trusted(Place& place) {
    auto head = head_of(*place.repository);
    if (!head) return base::fail(head.error());
    place.trusted = std::move(*head);
    if (place.trusted) return {};
    const auto branches = place.repository->references("refs/heads/");
    if (!branches) return base::fail(branches.error());
    if (branches->empty()) return {};
    if (branches->size() > 1 || branches->front().problem)
        return base::fail(ErrorKind::unverifiable,
                          "HEAD names a branch that is not there, so nothing says whose rules count",
                          "name the branch that has them: `git symbolic-ref HEAD refs/heads/main`");
    auto only = place.repository->read_commit(branches->front().commit);
    if (!only) return base::fail(only.error());
    place.trusted = std::move(*only);
    return {};
}

/// Commits that another ref already holds were checked when they came.
Result<void> find_push(Place& place, const Request& request) {
    if (auto found = find_revision(place, request); !found) return found;
    if (is_absent(request.base)) {
        place.scope = fmt::format("{} on a new ref", name_of(*place.head));
        if (auto read = read_trusted(place); !read) return read;
        return exclude_references(place, request.known_refs);
    }
    auto base_commit = read_revision(*place.repository, request.base);
    if (!base_commit)
        return base::fail(
            ErrorKind::unverifiable,
            fmt::format("the commit that is to be replaced, {}, is not here", request.base.substr(0, 10)),
            "fetch it first: `git fetch`");
    place.base = std::move(*base_commit);
    place.scope = fmt::format("{} in place of {}", name_of(*place.head), name_of(*place.base));
    return read_ancestry(place);
}

Result<void> find_audit(Place& place, const Request& request) {
    if (auto found = find_revision(place, request); !found) return found;
    place.scope = fmt::format("{} and its whole history", name_of(*place.head));
    return {};
}

Result<void> find_commits(Place& place, const Request& request) {
    switch (request.mode) {
    case Mode::worktree:
        return find_worktree(place);
    case Mode::index:
        return find_index(place);
    case Mode::next_commit:
        return find_next_commit(place, request);
    case Mode::revision:
        return find_revision(place, request);
    case Mode::range:
        return find_range(place, request);
    case Mode::push:
        return find_push(place, request);
    case Mode::audit:
        return find_audit(place, request);
    }
    return {};
}

Result<Place> without_repository(const Request& request) {
    std::error_code error;
    const auto folder = std::filesystem::canonical(request.folder, error);
    if (error)
        return base::fail(ErrorKind::usage,
                          fmt::format("the folder {} cannot be read: {}", request.folder, error.message()));
    Place place;
    place.root = folder.string() + "/";
    place.snapshot = source::worktree(nullptr, place.root);
    place.scope = "the files on disk";
    place.time = request.time;
    place.notes.emplace_back("no git repository: nothing can be said about history");
    return place;
}

} // namespace

Result<Place> find_place(const Request& request) {
    auto repository = git::Repository::open(request.folder, {request.from_environment, request.trust_owner});
    if (!repository) {
        const bool none = repository.error().kind == ErrorKind::usage;
        if (none && request.mode == Mode::worktree) return without_repository(request);
        return base::fail(repository.error());
    }
    Place place;
    place.mode = request.mode;
    place.time = request.time;
    place.repository = std::make_unique<git::Repository>(std::move(*repository));
    note_conditions(place);
    if (auto found = find_commits(place, request); !found) return base::fail(found.error());
    return place;
}

facts::Gap out_of_time(const std::string& what, const Place& place) {
    return {fmt::format("{}: the time of {} was over", what, place.time.length_in_words()),
            "push fewer commits at once, or give the hook more time: --time-budget SECONDS",
            diagnostics::whole_document("")};
}

const Commit* judging_commit(const Place& place) {
    if (place.mode == Mode::index) return place.head ? &*place.head : nullptr;
    if (place.mode != Mode::range && place.mode != Mode::push) return nullptr;
    if (place.base) return &*place.base;
    return place.trusted ? &*place.trusted : nullptr;
}

} // namespace docs_lint::engine
