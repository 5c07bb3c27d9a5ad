#include "git/partings.hpp"
#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;

namespace {

/// The same answer as that of the whole walk, which knows nothing of where it could stop.
void check_bases(const GitRepository& repository, const std::string& left, const std::string& right,
                 std::vector<std::string> expected) {
    CAPTURE(left);
    CAPTURE(right);
    const git::Repository open = opened(repository.path());
    const auto left_id = value_of(open.resolve(left));
    const auto right_id = value_of(open.resolve(right));
    const auto graph = value_of(git::CommitGraph::read(open, {left_id, right_id}));
    std::vector<std::string> found;
    for (const std::size_t at : git::merge_bases(graph, *graph.find(left_id), *graph.find(right_id)))
        found.push_back(git::to_hex(graph.commit(at).commit.id));
    std::vector<std::string> known;
    for (const git::ObjectId& id : value_of(open.merge_bases(left_id, right_id)))
        known.push_back(git::to_hex(id));
    for (std::vector<std::string>* list : {&found, &known, &expected}) std::sort(list->begin(), list->end());
    CHECK(found == expected);
    CHECK(found == known);
}

} // namespace

TEST_CASE("a fork, a line and one commit") {
    const GitRepository repository;
    const std::string base = repository.commit("base", "2026-03-09T09:00:00Z");
    repository.branch("topic");
    const std::string topic = repository.commit("topic", "2026-03-08T09:00:00Z");
    repository.checkout("main");
    const std::string main = repository.commit("main", "2026-03-07T09:00:00Z");
    check_bases(repository, topic, main, {base});
    check_bases(repository, base, main, {base});
    check_bases(repository, main, main, {main});
}

TEST_CASE("what lies behind another common ancestor is no best one") {
    const GitRepository repository;
    repository.commit("oldest");
    repository.branch("topic");
    repository.write("a.md", "a");
    const std::string topic = repository.commit("topic");
    repository.checkout("main");
    repository.write("b.md", "b");
    repository.commit("main");
    const std::string merged = repository.merge("topic");
    check_bases(repository, merged, topic, {topic});
}

TEST_CASE("branches that took each other in have two, and unrelated ones none") {
    const GitRepository repository;
    repository.commit("oldest");
    repository.branch("left");
    repository.write("a.md", "a");
    const std::string left = repository.commit("left");
    repository.branch("right", "main");
    repository.write("b.md", "b");
    const std::string right = repository.commit("right");
    const std::string right_merged = repository.merge(left);
    repository.checkout("left");
    const std::string left_merged = repository.merge(right);
    check_bases(repository, left_merged, right_merged, {left, right});
    repository.git("checkout", "--quiet", "--orphan", "other");
    const std::string other = repository.commit("unrelated");
    check_bases(repository, other, left_merged, {});
}
