#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using namespace docs_lint::tests;
using base::ErrorKind;
using git::Mode;

namespace {

base::Error index_error(const GitRepository& repository) {
    const auto entries = opened(repository.path()).read_index();
    REQUIRE_FALSE(entries.has_value());
    CHECK(entries.error().kind == ErrorKind::unverifiable);
    return entries.error();
}

} // namespace

TEST_CASE("the index holds what is staged, by path, whatever the disk says") {
    const GitRepository repository;
    CHECK(value_of(opened(repository.path()).read_index()).empty());
    repository.write("b.md", "staged");
    repository.write("a b/\xC3\xA4.md", "x");
    repository.write("tool", "#!");
    repository.make_executable("tool");
    repository.link("link", "b.md");
    repository.git("add", "-A");
    repository.write("b.md", "not staged");
    repository.write("untracked.md", "u");
    const git::Repository open = opened(repository.path());
    const auto entries = value_of(open.read_index());
    REQUIRE(entries.size() == 4);
    CHECK(entries[0].path == "a b/\xC3\xA4.md");
    CHECK(entries[1].path == "b.md");
    CHECK(value_of(open.read_blob(entries[1].id)) == "staged");
    CHECK(entries[2].mode == Mode::link);
    CHECK(entries[3].mode == Mode::executable);
    repository.git("rm", "-qf", "--cached", "b.md");
    CHECK(value_of(open.read_index()).size() == 3); // the same open repository sees the new index
}

TEST_CASE("index format 4 is read, files only meant to be added are left out") {
    const GitRepository repository;
    repository.write("docs/a.md", "a");
    repository.write("docs/b.md", "b");
    repository.git("add", "docs/a.md");
    repository.git("add", "-N", "docs/b.md");
    repository.git("update-index", "--index-version", "4");
    const auto entries = value_of(opened(repository.path()).read_index());
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].path == "docs/a.md");
}

TEST_CASE("a conflicted index names the files") {
    const GitRepository repository;
    repository.write("a.md", "base");
    repository.commit("base");
    repository.branch("topic");
    repository.write("a.md", "theirs");
    repository.commit("theirs");
    repository.checkout("main");
    repository.write("a.md", "ours");
    repository.commit("ours");
    CHECK(repository.try_git({"merge", "topic"}).exit_code == 1);
    CHECK(contains(index_error(repository).message, "a.md"));
    CHECK(contains(index_error(repository).help, "git add"));
}

TEST_CASE("a split index names its cure, and the cure works") {
    const GitRepository repository;
    repository.write("a.md", "a");
    repository.commit("one");
    repository.git("update-index", "--split-index");
    CHECK(contains(index_error(repository).message, "split"));
    CHECK(index_error(repository).help == "git update-index --no-split-index");
    repository.git("update-index", "--no-split-index");
    CHECK(value_of(opened(repository.path()).read_index()).size() == 1);
}

TEST_CASE("a sparse index names its cure, and the cure works") {
    const GitRepository repository;
    repository.write("docs/a.md", "a");
    repository.write("src/deep/x", "x");
    repository.commit("one");
    repository.git("sparse-checkout", "set", "--cone", "--sparse-index", "docs");
    CHECK(contains(index_error(repository).message, "sparse"));
    CHECK(index_error(repository).help == "git sparse-checkout reapply --no-sparse-index");
    repository.git("sparse-checkout", "reapply", "--no-sparse-index");
    CHECK(value_of(opened(repository.path()).read_index()).size() == 2);
}

TEST_CASE("a damaged index is an error") {
    const GitRepository repository;
    repository.write("a.md", "a");
    repository.commit("one");
    std::string bytes = repository.read(".git/index");
    SUBCASE("a flipped bit") {
        bytes[70] = static_cast<char>(bytes[70] ^ 1);
    }
    SUBCASE("cut off") {
        bytes.resize(bytes.size() / 2);
    }
    SUBCASE("nonsense") {
        bytes = "nonsense";
    }
    repository.write(".git/index", bytes);
    CHECK_FALSE(index_error(repository).help.empty());
}

TEST_CASE("a bare repository has no index") {
    const GitRepository repository({"--bare"});
    CHECK(opened(repository.path()).read_index().error().kind == ErrorKind::usage);
}
