#include "source/source_tree.hpp"
#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace docs_lint;
using namespace docs_lint::tests;
using git::Mode;

namespace {

constexpr std::size_t kLimit = 1000;

std::vector<std::string> paths(const source::SourceTree& tree) {
    std::vector<std::string> found;
    for (const source::File& file : value_of(tree.files())) found.push_back(file.path);
    return found;
}

/// Tracked files that are there and untracked ones that are not ignored, in git's words.
std::vector<std::string> paths_by_git(const GitRepository& repository) {
    std::istringstream records(
        repository.git("ls-files", "-z", "--cached", "--others", "--exclude-standard"));
    std::vector<std::string> found;
    for (std::string path; std::getline(records, path, '\0');) {
        const auto status = std::filesystem::symlink_status(repository.path() / path);
        if (std::filesystem::exists(status)) found.push_back(path);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

TEST_CASE("the working tree holds what git would show, in byte order") {
    const GitRepository repository;
    for (const char* const file : {"b.md", "a.md", "a/x.md", "a b/\xC3\xA4.md", "gone.md",
                                   "ignored/tracked.md", "ignored/deep/tracked.md", "kept.tmp"})
        repository.write(file, file);
    repository.commit("one");
    repository.write(".gitignore", "ignored/\n*.tmp\n/only-here\n");
    repository.write("sub/.gitignore", "*.log\n!keep.log\n");
    repository.write("sub/x.log", "");
    repository.write("sub/keep.log", "");
    repository.write("sub/only-here", "");
    repository.write("only-here", "");
    repository.write("ignored/untracked.md", "");
    repository.write("other.tmp", "");
    repository.write("untracked.md", "");
    repository.write(".git/info/exclude", "excluded\n");
    repository.write("excluded", "");
    repository.remove("gone.md");
    const git::Repository open = opened(repository.path());
    const auto tree = source::worktree(&open, repository.path());
    CHECK(paths(*tree) == paths_by_git(repository));
    CHECK(paths(*tree).size() == 12);
    CHECK(tree->name() == "the working tree");
}

TEST_CASE("links are entries, never followed and never read") {
    const GitRepository repository;
    const ScratchFolder outside;
    write_file(outside.path() / "secret.md", "secret");
    repository.write("docs/a.md", "a");
    repository.commit("one");
    repository.link("link.md", (outside.path() / "secret.md").string());
    repository.link("folder", outside.path().string());
    repository.remove("docs");
    repository.link("docs", outside.path().string());
    const git::Repository open = opened(repository.path());
    const auto tree = source::worktree(&open, repository.path());
    const auto files = value_of(tree->files());
    REQUIRE(files.size() == 3);
    for (const source::File& file : files) {
        CAPTURE(file.path);
        CHECK(file.mode == Mode::link);
        CHECK(tree->read(file, kLimit).error().kind == base::ErrorKind::unverifiable);
    }
    // Also when a link took the place of a file or of its folder since the listing.
    CHECK_FALSE(tree->read({"link.md", Mode::file, {}}, kLimit));
    CHECK_FALSE(tree->read({"docs/secret.md", Mode::file, {}}, kLimit));
    CHECK(contains(tree->read({"docs/secret.md", Mode::file, {}}, kLimit).error().message, "docs/secret.md"));
}

TEST_CASE("files are read from the disk, up to the limit") {
    const GitRepository repository;
    repository.write("docs/a.md", "staged");
    repository.write("tool", "#!");
    repository.make_executable("tool");
    repository.commit("one");
    repository.write("docs/a.md", std::string(kLimit, 'x'));
    const git::Repository open = opened(repository.path());
    const auto tree = source::worktree(&open, repository.path());
    const auto files = value_of(tree->files());
    REQUIRE(files.size() == 2);
    CHECK_FALSE(files[0].id);
    CHECK(files[1].mode == Mode::executable);
    CHECK(value_of(tree->read(files[0], kLimit)) == std::string(kLimit, 'x'));
    const auto too_large = tree->read(files[0], kLimit - 1);
    REQUIRE_FALSE(too_large);
    CHECK(too_large.error().kind == base::ErrorKind::unverifiable);
    CHECK(contains(too_large.error().message, "docs/a.md"));
    repository.remove("docs/a.md");
    CHECK(contains(tree->read(files[0], kLimit).error().message, "docs/a.md"));
}

TEST_CASE("a pipe is no file, and reading one does not wait") {
    const GitRepository repository;
    REQUIRE(mkfifo((repository.path() / "pipe.md").c_str(), 0600) == 0);
    const git::Repository open = opened(repository.path());
    const auto tree = source::worktree(&open, repository.path());
    CHECK(paths(*tree).empty());
    CHECK_FALSE(tree->read({"pipe.md", Mode::file, {}}, kLimit));
}

TEST_CASE("submodules are entries; repositories inside are left out") {
    const GitRepository inner;
    inner.write("inner.md", "x");
    inner.commit("inner");
    const GitRepository repository;
    repository.git("submodule", "--quiet", "add", inner.path().string(), "module");
    repository.git("clone", "-q", inner.path().string(), "nested");
    const git::Repository open = opened(repository.path());
    const auto files = value_of(source::worktree(&open, repository.path())->files());
    REQUIRE(files.size() == 2);
    CHECK(files[0].path == ".gitmodules");
    CHECK(files[1].path == "module");
    CHECK(files[1].mode == Mode::submodule);
}

TEST_CASE("a folder of the working tree lists its own files by their whole paths") {
    const GitRepository repository;
    repository.write("docs/deep/a.md", "a");
    repository.write("b.md", "b");
    const git::Repository open = opened(repository.path());
    const auto tree = source::worktree(&open, repository.path() / "docs");
    CHECK(paths(*tree) == std::vector<std::string>{"docs/deep/a.md"});
    CHECK(value_of(tree->read(value_of(tree->files())[0], kLimit)) == "a");
    const ScratchFolder outside;
    CHECK(source::worktree(&open, outside.path())->files().error().kind == base::ErrorKind::usage);
    CHECK(source::worktree(&open, repository.path() / "missing")->files().error().kind ==
          base::ErrorKind::usage);
}

TEST_CASE("a bare repository has no working tree") {
    const GitRepository repository({"--bare"});
    const git::Repository open = opened(repository.path());
    CHECK(source::worktree(&open, repository.path())->files().error().kind == base::ErrorKind::usage);
}

TEST_CASE("without a repository every file counts but git's own") {
    const ScratchFolder folder;
    write_file(folder.path() / "docs/b.md", "b");
    write_file(folder.path() / "a.md", "a");
    write_file(folder.path() / ".gitignore", "*.md\n");
    write_file(folder.path() / "docs/.git/config", "x");
    std::filesystem::create_symlink("docs", folder.path() / "link");
    const auto tree = source::worktree(nullptr, folder.path());
    CHECK(paths(*tree) == std::vector<std::string>{".gitignore", "a.md", "docs/b.md", "link"});
    CHECK(value_of(tree->read({"docs/b.md", Mode::file, {}}, kLimit)) == "b");
    CHECK_FALSE(source::worktree(nullptr, folder.path() / "missing")->files());
}

TEST_CASE("what cannot be read is an error that names it") {
    if (geteuid() == 0) return; // root reads everything
    const ScratchFolder folder;
    write_file(folder.path() / "docs/a.md", "a");
    const auto tree = source::worktree(nullptr, folder.path());
    std::filesystem::permissions(folder.path() / "docs/a.md", std::filesystem::perms::none);
    CHECK(contains(tree->read({"docs/a.md", Mode::file, {}}, kLimit).error().message, "docs/a.md"));
    std::filesystem::permissions(folder.path() / "docs", std::filesystem::perms::none);
    CHECK(contains(tree->files().error().message, "docs"));
    std::filesystem::permissions(folder.path() / "docs", std::filesystem::perms::owner_all);
}

TEST_CASE("a snapshot's files are listed once: what comes later belongs to another snapshot") {
    const GitRepository repository;
    repository.write("a.md", "a");
    const git::Repository open = opened(repository.path());
    const auto tree = source::worktree(&open, repository.path());
    CHECK(paths(*tree) == std::vector<std::string>{"a.md"});
    repository.write("b.md", "b");
    CHECK(paths(*tree) == std::vector<std::string>{"a.md"});
    CHECK(paths(*source::worktree(&open, repository.path())) == std::vector<std::string>{"a.md", "b.md"});
}
