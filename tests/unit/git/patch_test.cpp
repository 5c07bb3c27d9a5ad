#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>

using namespace docs_lint;
using namespace docs_lint::tests;

namespace {

std::string by_git(const GitRepository& repository, const std::string& from, const std::string& to) {
    ProcessOptions options;
    options.input = repository.git("diff", "--no-renames", "--text", from, to) + "\n";
    return repository.run({"patch-id", "--stable"}, options).substr(0, 40);
}

std::string by_us(const GitRepository& repository, const std::string& revision) {
    return to_hex(value_of(opened(repository.path()).patch_id(id_from(repository.id_of(revision)))));
}

const std::string kEmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

} // namespace

TEST_CASE("a patch has the id that git patch-id --stable gives") {
    const GitRepository repository;
    repository.write("a b.md", "one\ntwo\n");
    repository.write("\xC3\xA4.md", "three\n");
    repository.commit("root");
    CHECK(by_us(repository, "HEAD") == by_git(repository, kEmptyTree, "HEAD"));
    SUBCASE("changed") {
        repository.write("a b.md", "one\nfoo  bar\n");
    }
    SUBCASE("changed twice") {
        repository.write("a b.md", "one\n");
        repository.write("\xC3\xA4.md", "four\n");
    }
    SUBCASE("without a line end") {
        repository.write("a b.md", "one\ntwo");
    }
    SUBCASE("added") {
        repository.write("new.md", "new\n");
    }
    SUBCASE("deleted") {
        repository.remove("a b.md");
    }
    SUBCASE("moved") {
        repository.move("a b.md", "docs/c.md");
    }
    SUBCASE("with another mode") {
        repository.make_executable("a b.md");
    }
    SUBCASE("with another mode and content") {
        repository.make_executable("a b.md");
        repository.write("a b.md", "one\n");
        repository.write("new.md", "new\n");
    }
    repository.commit("next");
    CHECK(by_us(repository, "HEAD") == by_git(repository, "HEAD~", "HEAD"));
}

TEST_CASE("a patch keeps its id on another base and through a squash") {
    const GitRepository repository;
    repository.write("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    repository.commit("base");
    repository.branch("topic");
    repository.write("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\nnew\n");
    repository.commit("first");
    repository.write("b.md", "b\n");
    repository.commit("second");
    repository.checkout("main");
    repository.write("a.md", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    const std::string base = repository.commit("moved lines");
    repository.git("cherry-pick", "topic~1");
    CHECK(by_us(repository, "HEAD") == by_us(repository, "topic~1"));
    CHECK(by_us(repository, "HEAD") != by_us(repository, "topic"));

    repository.git("reset", "-q", "--hard", base);
    repository.git("merge", "-q", "--squash", "topic");
    repository.commit_staged("squashed");
    const git::Repository open = opened(repository.path());
    CHECK(to_hex(value_of(open.patch_id(id_from(repository.id_of("topic~2")),
                                        id_from(repository.id_of("topic"))))) == by_us(repository, "HEAD"));
}

TEST_CASE("a commit that changes nothing has an all-zero id") {
    const GitRepository repository;
    repository.commit("empty root");
    CHECK(by_us(repository, "HEAD") == std::string(40, '0'));
    repository.commit("empty");
    CHECK(by_us(repository, "HEAD") == std::string(40, '0'));
}

TEST_CASE("a merge counts against its first parent") {
    const GitRepository repository;
    repository.write("a.md", "a\n");
    repository.commit("base");
    repository.branch("topic");
    repository.write("b.md", "b\n");
    repository.commit("topic");
    repository.checkout("main");
    repository.commit("main");
    repository.merge("topic");
    CHECK(by_us(repository, "HEAD") == by_us(repository, "topic"));
}

TEST_CASE("neither configuration nor attributes change a patch's id") {
    const GitRepository repository;
    repository.write("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    repository.commit("base");
    repository.write("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\nten\n");
    repository.commit("ten");
    const std::string before = by_us(repository, "HEAD");
    repository.git("config", "diff.noprefix", "true");
    repository.git("config", "diff.context", "0");
    repository.write(".gitattributes", "*.md -diff\n");
    CHECK(by_us(repository, "HEAD") == before);
    repository.git("checkout", "-q", "-f", "HEAD~");
    repository.write("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\neleven\n");
    repository.git("add", "a.md");
    repository.commit_staged("eleven");
    CHECK(by_us(repository, "HEAD") != before);
}
