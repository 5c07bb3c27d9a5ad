#include "source/source_tree.hpp"
#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using namespace docs_lint::tests;
using git::Mode;

namespace {

constexpr std::size_t kLimit = 1000;

void build(const GitRepository& repository) {
    repository.write("docs/b.md", "committed");
    repository.write("a.md", std::string(kLimit, 'x'));
    repository.link("link.md", "a.md");
    repository.commit("one");
    repository.write("docs/b.md", "staged");
    repository.git("add", "-A");
    repository.write("docs/b.md", "on disk");
}

std::string content(const source::SourceTree& tree, const std::string& path) {
    for (const source::File& file : value_of(tree.files())) {
        if (file.path == path) return value_of(tree.read(file, kLimit));
    }
    return "there is none";
}

} // namespace

TEST_CASE("each snapshot reads its own content") {
    const GitRepository repository;
    build(repository);
    const git::Repository open = opened(repository.path());
    const git::ObjectId head = id_from(repository.id_of("HEAD"));
    const git::ObjectId tree = value_of(open.read_commit(head)).tree;
    CHECK(content(*source::worktree(&open, repository.path()), "docs/b.md") == "on disk");
    CHECK(content(*source::index(open), "docs/b.md") == "staged");
    CHECK(content(*source::commit(open, head), "docs/b.md") == "committed");
    CHECK(content(*source::entries(open, value_of(open.list_tree(tree)), "x"), "docs/b.md") == "committed");
}

TEST_CASE("snapshots say what they are") {
    const GitRepository repository;
    build(repository);
    const git::Repository open = opened(repository.path());
    const std::string head = repository.id_of("HEAD");
    CHECK(source::index(open)->name() == "the index");
    CHECK(source::commit(open, id_from(head))->name() == "commit " + head.substr(0, 10));
    CHECK(source::entries(open, {}, "the merge result")->name() == "the merge result");
}

TEST_CASE("stored files have ids, a link has no content, the limit holds") {
    const GitRepository repository;
    build(repository);
    const git::Repository open = opened(repository.path());
    const auto tree = source::commit(open, id_from(repository.id_of("HEAD")));
    const auto files = value_of(tree->files());
    REQUIRE(files.size() == 3);
    CHECK(files[0].path == "a.md");
    CHECK(files[0].id == id_from(repository.id_of("HEAD:a.md")));
    CHECK(value_of(tree->read(files[0], kLimit)).size() == kLimit);
    CHECK(tree->read(files[0], kLimit - 1).error().kind == base::ErrorKind::unverifiable);
    CHECK(contains(tree->read(files[0], kLimit - 1).error().message, "a.md"));
    CHECK(files[2].mode == Mode::link);
    CHECK(tree->read(files[2], kLimit).error().kind == base::ErrorKind::unverifiable);
}

TEST_CASE("a missing blob is an error that names the file, and harms no other") {
    const GitRepository repository;
    build(repository);
    const std::string blob = repository.id_of("HEAD:docs/b.md");
    std::filesystem::remove(repository.path() / ".git/objects" / blob.substr(0, 2) / blob.substr(2));
    const git::Repository open = opened(repository.path());
    const auto tree = source::commit(open, id_from(repository.id_of("HEAD")));
    const auto files = value_of(tree->files());
    CHECK(tree->read(files[0], kLimit));
    const auto missing = tree->read(files[1], kLimit);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == base::ErrorKind::unverifiable);
    CHECK(contains(missing.error().message, "docs/b.md"));
}

TEST_CASE("entries are listed in byte order however they were given") {
    const GitRepository repository;
    const git::Repository open = opened(repository.path());
    const auto tree = source::entries(open, {{"b", Mode::file, {}}, {"a", Mode::file, {}}}, "x");
    CHECK(value_of(tree->files())[0].path == "a");
}
