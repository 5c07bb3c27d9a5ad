#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>

using namespace docs_lint;
using namespace docs_lint::tests;

namespace {

git::Merge merged(const GitRepository& repository, const std::string& ours, const std::string& theirs) {
    return value_of(
        opened(repository.path()).merge(id_from(repository.id_of(ours)), id_from(repository.id_of(theirs))));
}

std::vector<std::string> bases(const GitRepository& repository, const std::string& left,
                               const std::string& right) {
    std::vector<std::string> found;
    for (const git::ObjectId& id :
         value_of(opened(repository.path())
                      .merge_bases(id_from(repository.id_of(left)), id_from(repository.id_of(right)))))
        found.push_back(to_hex(id));
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::string> bases_by_git(const GitRepository& repository, const std::string& left,
                                      const std::string& right) {
    std::istringstream lines(repository.try_git({"merge-base", "--all", left, right}).out);
    std::vector<std::string> found;
    for (std::string line; std::getline(lines, line);) found.push_back(line);
    std::sort(found.begin(), found.end());
    return found;
}

std::size_t count_files(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        count += entry.is_regular_file();
    return count;
}

const std::string kLines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";

/// `main` and `topic` fork at a commit that holds `a.md` and `b.md`.
void fork(const GitRepository& repository) {
    repository.write("a.md", kLines);
    repository.write("b.md", kLines);
    repository.commit("base");
    repository.branch("topic");
    repository.write("a.md", "top\n" + kLines);
    repository.write("docs/new.md", "new");
    repository.commit("topic");
    repository.checkout("main");
}

} // namespace

TEST_CASE("a merge gives the tree that git's own merge commits, and writes nothing") {
    const GitRepository repository;
    fork(repository);
    repository.write("a.md", kLines + "bottom\n");
    repository.move("b.md", "renamed.md");
    repository.commit("main");
    const std::size_t files = count_files(repository.path() / ".git");
    const git::Repository open = opened(repository.path());
    const git::Merge merge =
        value_of(open.merge(id_from(repository.id_of("main")), id_from(repository.id_of("topic"))));
    CHECK(merge.conflicts.empty());
    REQUIRE(merge.entries.size() == 3);
    CHECK(value_of(open.read_blob(merge.entries[0].id)) == "top\n" + kLines + "bottom\n");
    CHECK(value_of(open.blob_size(merge.entries[0].id)) == merge.entries[0].path.size() + 25);
    CHECK(count_files(repository.path() / ".git") == files);

    repository.merge("topic");
    CHECK(value_of(open.list_tree(id_from(repository.id_of("HEAD^{tree}")))) == merge.entries);
}

TEST_CASE("a conflict is named and left out") {
    const GitRepository repository;
    fork(repository);
    repository.write("a.md", "other\n" + kLines);
    repository.commit("main");
    const git::Merge merge = merged(repository, "main", "topic");
    CHECK(merge.conflicts == std::vector<std::string>{"a.md"});
    REQUIRE(merge.entries.size() == 2);
    CHECK(merge.entries[0].path == "b.md");
    CHECK(merge.entries[1].path == "docs/new.md");
}

TEST_CASE("a deletion against a change is a conflict") {
    const GitRepository repository;
    fork(repository);
    repository.remove("a.md");
    repository.commit("main");
    CHECK(merged(repository, "main", "topic").conflicts == std::vector<std::string>{"a.md"});
}

TEST_CASE("an ancestor merges to the descendant's tree") {
    const GitRepository repository;
    fork(repository);
    const git::Merge merge = merged(repository, "main", "topic");
    CHECK(merge.entries.size() == 3);
    CHECK(merge.entries == merged(repository, "topic", "main").entries);
}

TEST_CASE("criss-cross histories have two bases and merge all the same") {
    const GitRepository repository;
    fork(repository);
    repository.write("a.md", kLines + "bottom\n");
    repository.commit("main");
    repository.git("branch", "main-before");
    repository.merge("topic");
    repository.checkout("topic");
    repository.merge("main-before");
    repository.write("c.md", "c");
    repository.commit("more");
    CHECK(bases(repository, "main", "topic").size() == 2);
    CHECK(bases(repository, "main", "topic") == bases_by_git(repository, "main", "topic"));
    const std::size_t files = count_files(repository.path() / ".git");
    const git::Merge merge = merged(repository, "main", "topic");
    CHECK(merge.conflicts.empty());
    CHECK(merge.entries.size() == 4);
    CHECK(count_files(repository.path() / ".git") == files);
}

TEST_CASE("histories without a common commit have no base and merge file by file") {
    const GitRepository repository;
    repository.write("a.md", "a");
    repository.commit("one");
    repository.git("checkout", "-q", "--orphan", "other");
    repository.git("rm", "-rfq", ".");
    repository.write("b.md", "b");
    repository.commit("two");
    CHECK(bases(repository, "main", "other").empty());
    CHECK(merged(repository, "main", "other").entries.size() == 2);
}

TEST_CASE("bases ignore dates") {
    const GitRepository repository;
    repository.commit("base", "2030-01-01T00:00:00Z");
    repository.branch("topic");
    repository.commit("t", "2001-01-01T00:00:00Z");
    repository.commit("t2", "2001-01-01T00:00:00Z");
    repository.checkout("main");
    repository.commit("m", "2020-01-01T00:00:00Z");
    CHECK(bases(repository, "main", "topic") == bases_by_git(repository, "main", "topic"));
    CHECK(bases(repository, "main", "main") == std::vector<std::string>{repository.id_of("main")});
    CHECK(bases(repository, "main~1", "topic") == std::vector<std::string>{repository.id_of("main~1")});
}

TEST_CASE("a shallow clone knows a base only when nothing can hide a better one") {
    const GitRepository origin;
    origin.commit("old");
    fork(origin);
    origin.write("c.md", "c");
    origin.commit("main");
    const ScratchFolder elsewhere;
    const auto clone = [&](const std::string& depth) {
        const auto path = elsewhere.path() / depth;
        origin.git("clone", "-q", "--no-single-branch", "--depth", depth, "file://" + origin.path().string(),
                   path.string());
        return opened(path);
    };
    const git::ObjectId main = id_from(origin.id_of("main"));
    const git::ObjectId topic = id_from(origin.id_of("topic"));
    const auto too_shallow = clone("1").merge_bases(main, topic);
    REQUIRE_FALSE(too_shallow);
    CHECK(too_shallow.error().kind == base::ErrorKind::unverifiable);
    CHECK(contains(too_shallow.error().help, "unshallow"));
    const git::Repository deep_enough = clone("2");
    CHECK(deep_enough.condition().shallow);
    CHECK(value_of(deep_enough.merge_bases(main, topic)) ==
          std::vector<git::ObjectId>{id_from(origin.id_of("main~1"))});
    CHECK(value_of(deep_enough.merge(main, topic)).entries.size() == 4);
}
