#include "facts/path_history.hpp"
#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;
using facts::PathHistory;

namespace {

using Blob = std::optional<git::ObjectId>;
using Told = std::vector<std::tuple<std::size_t, Blob, std::vector<Blob>>>;

/// By the definition: each commit's entry beside those of its parents, one path at a time.
Told looked_up(PathHistory& paths, const std::string& path) {
    Told told;
    const git::CommitGraph& graph = paths.graph();
    for (std::size_t at = 0; at < graph.size(); ++at) {
        const Blob blob = value_of(paths.blob_at(path, at));
        std::vector<Blob> parents;
        bool differs = !graph.parents(at).empty() || blob.has_value();
        for (const std::size_t parent : graph.parents(at)) {
            parents.push_back(value_of(paths.blob_at(path, parent)));
            differs = differs && parents.back() != blob;
        }
        if (differs) told.emplace_back(at, blob, parents);
    }
    return told;
}

Told changes_of(PathHistory& paths, const std::string& path) {
    Told told;
    for (const auto& change : value_of(paths.changes_of(path)))
        told.emplace_back(change.commit, change.blob, change.parents);
    return told;
}

/// Edits, a mode, links, a folder in a file's place, merges that take a side and one that takes none.
void make_history(const GitRepository& repository) {
    repository.write("docs/a.md", "one");
    repository.write("docs/b.md", "one");
    repository.write("top.md", "top");
    repository.commit("first");
    repository.branch("side");
    repository.write("docs/a.md", "side");
    repository.write("docs/c/d.md", "deep");
    repository.commit("side");
    repository.checkout("main");
    repository.make_executable("docs/b.md");
    repository.commit("mode");
    repository.merge("side");
    repository.branch("other", "side");
    repository.write("docs/a.md", "other");
    repository.commit("other");
    repository.checkout("main");
    repository.git("merge", "--quiet", "--no-commit", "--no-ff", "-s", "ours", "other");
    repository.write("docs/a.md", "neither");
    repository.commit_staged("keeps its own");
    repository.git("add", "--all");
    repository.commit("evil");
    repository.git("rm", "--quiet", "-r", "docs/c");
    repository.write("docs/c", "a file in a folder's place");
    repository.commit("folder to file");
    repository.remove("docs/b.md");
    repository.link("docs/b.md", "a.md");
    repository.remove("top.md");
    repository.commit("link, and gone");
    repository.write("top.md", "top");
    repository.commit("back again");
}

} // namespace

TEST_CASE("the changes of a path are the commits in which it differs from all parents") {
    const GitRepository repository;
    make_history(repository);
    const git::Repository open = opened(repository.path());
    const auto graph = value_of(git::CommitGraph::read(open, {id_from(repository.id_of("HEAD"))}));
    PathHistory paths(open, graph);
    for (const std::string path : {"docs/a.md", "docs/b.md", "docs/c", "docs/c/d.md", "top.md", "docs",
                                   "absent.md", "absent/a.md", "docs/a.md/x"}) {
        CAPTURE(path);
        CHECK(changes_of(paths, path) == looked_up(paths, path));
    }
    CHECK(changes_of(paths, "docs/a.md").size() == 4);
    CHECK(changes_of(paths, "top.md").size() == 3);
    CHECK(changes_of(paths, "docs").empty());
}

TEST_CASE("a tree that is not here matters to its own paths only") {
    const GitRepository repository;
    make_history(repository);
    const std::string tree = repository.id_of("HEAD~1:docs");
    std::filesystem::remove(repository.path() / ".git/objects" / tree.substr(0, 2) / tree.substr(2));
    const git::Repository open = opened(repository.path());
    const auto graph = value_of(git::CommitGraph::read(open, {id_from(repository.id_of("HEAD"))}));
    PathHistory paths(open, graph);
    CHECK(changes_of(paths, "top.md").size() == 3);
    const auto damaged = paths.changes_of("docs/a.md");
    REQUIRE_FALSE(damaged.has_value());
    CHECK(damaged.error().kind == base::ErrorKind::unverifiable);
}
