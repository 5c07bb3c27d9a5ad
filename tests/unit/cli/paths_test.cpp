#include "cli/paths.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <filesystem>

using docs_lint::cli::MissingPath;
using docs_lint::cli::repository_paths;
using docs_lint::tests::ScratchFolder;
using docs_lint::tests::write_file;
namespace fs = std::filesystem;

namespace {

/// repository/.git, repository/docs/a.md, repository/docs/deep/b.md; outside.md
struct Repository {
    ScratchFolder scratch;
    fs::path root = fs::canonical(scratch.path()) / "repository";

    Repository() {
        fs::create_directories(root / ".git");
        write_file(root / "docs" / "a.md", "a");
        write_file(root / "docs" / "deep" / "b.md", "b");
        write_file(root.parent_path() / "outside.md", "c");
    }

    [[nodiscard]] std::vector<std::string> from(const fs::path& folder, const std::vector<std::string>& given,
                                                MissingPath missing = MissingPath::refuse) const {
        return repository_paths(given, root / folder, missing).value();
    }
};

using Paths = std::vector<std::string>;

} // namespace

TEST_CASE("paths from the root stay as they are") {
    const Repository repository;
    CHECK(repository.from("", {"docs/a.md", "docs"}) == Paths{"docs/a.md", "docs"});
    CHECK(repository.from("", {"./docs/", "docs//deep/../a.md"}) == Paths{"docs", "docs/a.md"});
}

TEST_CASE("paths from a folder get its name in front") {
    const Repository repository;
    CHECK(repository.from("docs", {"a.md", "deep"}) == Paths{"docs/a.md", "docs/deep"});
    CHECK(repository.from("docs/deep", {"../a.md", "."}) == Paths{"docs/a.md", "docs/deep"});
    CHECK(repository.from("docs", {(repository.root / "docs" / "a.md").string()}) == Paths{"docs/a.md"});
}

TEST_CASE("the root itself means everything") {
    const Repository repository;
    CHECK(repository.from("", {"."}).empty());
    CHECK(repository.from("docs", {"..", "a.md"}).empty());
    CHECK(repository.from("docs", {}).empty());
}

TEST_CASE("what is not there is refused, unless a commit may hold it") {
    const Repository repository;
    const auto missing = repository_paths({"docs/none.md"}, repository.root, MissingPath::refuse);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == docs_lint::base::ErrorKind::usage);
    CHECK(repository.from("docs", {"gone/none.md"}, MissingPath::allow) == Paths{"docs/gone/none.md"});
    CHECK_FALSE(repository_paths({""}, repository.root, MissingPath::allow));
}

TEST_CASE("what is outside the repository is refused") {
    const Repository repository;
    CHECK_FALSE(repository_paths({"../outside.md"}, repository.root, MissingPath::refuse));
    CHECK_FALSE(repository_paths({"../none.md"}, repository.root, MissingPath::allow));
    CHECK_FALSE(repository_paths({".."}, repository.root, MissingPath::allow));
    CHECK_FALSE(repository_paths({"/"}, repository.root, MissingPath::allow));
}

TEST_CASE("a folder that is a link is followed, a path that is a link is the link") {
    const Repository repository;
    fs::create_symlink("docs", repository.root / "alias");
    CHECK(repository.from("", {"alias/a.md"}) == Paths{"docs/a.md"});
    CHECK(repository.from("", {"alias"}) == Paths{"alias"});
    fs::create_symlink("gone", repository.root / "dangling");
    CHECK(repository.from("", {"dangling"}) == Paths{"dangling"});
}

TEST_CASE("a link from outside into the repository is followed") {
    const Repository repository;
    const fs::path link = repository.root.parent_path() / "link";
    fs::create_symlink("repository/docs", link);
    CHECK(repository.from("", {link.string()}) == Paths{"docs"});
    CHECK(repository.from("", {(link / "a.md").string()}) == Paths{"docs/a.md"});
    CHECK(repository_paths({"a.md"}, link, MissingPath::refuse).value() == Paths{"docs/a.md"});
}

TEST_CASE("a link out of the repository is refused where it leads out, not as itself") {
    const Repository repository;
    fs::create_symlink("..", repository.root / "out");
    CHECK(repository.from("", {"out"}) == Paths{"out"});
    CHECK_FALSE(repository_paths({"out/outside.md"}, repository.root, MissingPath::refuse));
}

TEST_CASE("a linked worktree has a file called .git, and an inner repository is one of its own") {
    const Repository repository;
    write_file(repository.root / "docs" / "deep" / ".git", "gitdir: elsewhere");
    CHECK(repository.from("docs/deep", {"b.md"}) == Paths{"b.md"});
}

TEST_CASE("without a repository paths count from the folder") {
    const ScratchFolder scratch;
    write_file(scratch.path() / "x" / "a.md", "a");
    CHECK(repository_paths({"x/a.md"}, scratch.path(), MissingPath::refuse).value() == Paths{"x/a.md"});
}
