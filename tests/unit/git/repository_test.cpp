#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using namespace docs_lint::tests;
using base::ErrorKind;

TEST_CASE("HEAD is nothing on an unborn branch, then a commit, also detached") {
    const GitRepository repository;
    CHECK_FALSE(value_of(opened(repository.path()).head()));
    const std::string first = repository.commit("one");
    repository.commit("two");
    CHECK(value_of(opened(repository.path()).head()) == id_from(repository.id_of("main")));
    repository.checkout(first);
    CHECK(value_of(opened(repository.path()).head()) == id_from(first));
}

TEST_CASE("a revision is resolved to the commit behind it") {
    const GitRepository repository;
    const std::string first = repository.commit("one");
    const std::string second = repository.commit("two");
    repository.git("tag", "-a", "-m", "tagged", "v1", first);
    const git::Repository open = opened(repository.path());
    CHECK(value_of(open.resolve("HEAD~1")) == id_from(first));
    CHECK(value_of(open.resolve("v1")) == id_from(first));
    CHECK(value_of(open.resolve("main")) == id_from(second));
    CHECK(value_of(open.resolve(second.substr(0, 8))) == id_from(second));
    CHECK(open.resolve("nothing").error().kind == ErrorKind::usage);
    CHECK(open.resolve("HEAD^{tree}").error().kind == ErrorKind::usage);
    CHECK(open.resolve("HEAD~7").error().kind == ErrorKind::usage);
    CHECK(open.resolve("").error().kind == ErrorKind::usage);
    CHECK(open.resolve(std::string(40, '1')).error().kind == ErrorKind::unverifiable);
}

TEST_CASE("references are listed with the commits that they peel to") {
    const GitRepository repository;
    const std::string first = repository.commit("one");
    repository.write("a", "a");
    repository.commit("two");
    repository.git("tag", "-a", "-m", "tagged", "v1", first);
    repository.git("tag", "light");
    repository.git("tag", "of-blob", "HEAD:a");
    repository.git("pack-refs", "--all");
    const auto references = value_of(opened(repository.path()).references("refs/tags/"));
    REQUIRE(references.size() == 2);
    CHECK(references[0].name == "refs/tags/light");
    CHECK(references[0].commit == id_from(repository.id_of("HEAD")));
    CHECK(references[1].name == "refs/tags/v1");
    CHECK(references[1].commit == id_from(first));
}

TEST_CASE("ignored paths are those that git ignores") {
    const GitRepository repository;
    repository.write(".gitignore", "*.tmp\nbuild/\n!keep.tmp\n");
    const git::Repository open = opened(repository.path());
    CHECK(value_of(open.is_ignored("a.tmp", false)));
    CHECK(value_of(open.is_ignored("docs/a.tmp", false)));
    CHECK(value_of(open.is_ignored("build", true)));
    CHECK_FALSE(value_of(open.is_ignored("build", false)));
    CHECK_FALSE(value_of(open.is_ignored("keep.tmp", false)));
    CHECK_FALSE(value_of(open.is_ignored("a.md", false)));
}
