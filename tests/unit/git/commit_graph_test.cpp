#include "git/commit_graph.hpp"
#include "support/git_repository.hpp"
#include "support/opened.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace docs_lint;
using namespace docs_lint::tests;
using git::Answer;
using git::CommitGraph;

namespace {

/// A graph, and the repository that knows what its commits are called.
struct Opened {
    git::Repository repository;
    CommitGraph graph;

    [[nodiscard]] std::string subject(std::size_t index) const {
        return value_of(repository.read_commit_text(graph.commit(index).commit.id)).subject;
    }
};

std::vector<std::size_t> parents_of(const CommitGraph& graph, std::size_t index) {
    return {graph.parents(index).begin(), graph.parents(index).end()};
}

Opened graph_of(const std::filesystem::path& path, const std::vector<std::string>& tips) {
    git::Repository repository = opened(path);
    std::vector<git::ObjectId> ids;
    for (const std::string& tip : tips) ids.push_back(value_of(repository.resolve(tip)));
    CommitGraph graph = value_of(CommitGraph::read(repository, ids));
    return {std::move(repository), std::move(graph)};
}

std::vector<std::string> subjects(const Opened& opened) {
    std::vector<std::string> found;
    for (std::size_t index = 0; index < opened.graph.size(); ++index) found.push_back(opened.subject(index));
    return found;
}

std::size_t at(const Opened& opened, const std::string& subject) {
    const auto all = subjects(opened);
    const auto found = std::find(all.begin(), all.end(), subject);
    REQUIRE(found != all.end());
    return static_cast<std::size_t>(found - all.begin());
}

/// base - m1 - merge - m2 on main, with t1 - t2 beside m1; dates run backwards.
void build(const GitRepository& repository) {
    repository.commit("base", "2026-03-09T09:00:00Z");
    repository.branch("topic");
    repository.commit("t1", "2026-03-08T09:00:00Z");
    repository.commit("t2", "2026-03-07T09:00:00Z");
    repository.checkout("main");
    repository.commit("m1", "2026-03-06T09:00:00Z");
    repository.merge("topic", "2026-03-05T09:00:00Z");
    repository.commit("m2", "2026-03-04T09:00:00Z");
}

} // namespace

TEST_CASE("parents stand before children, first parents first, whatever the dates say") {
    const GitRepository repository;
    build(repository);
    const Opened main = graph_of(repository.path(), {"main"});
    CHECK(subjects(main) == std::vector<std::string>{"base", "m1", "t1", "t2", "Merge topic", "m2"});
    CHECK(parents_of(main.graph, 4) == std::vector<std::size_t>{1, 3});
    CHECK_FALSE(main.graph.truncated());
    CHECK(subjects(graph_of(repository.path(), {"topic", "main", "topic"})) ==
          std::vector<std::string>{"base", "t1", "t2", "m1", "Merge topic", "m2"});
    CHECK(graph_of(repository.path(), {}).graph.size() == 0);
}

TEST_CASE("ancestry follows parents only") {
    const GitRepository repository;
    build(repository);
    const Opened main = graph_of(repository.path(), {"main"});
    const auto ask = [&](const std::string& ancestor, const std::string& descendant) {
        return main.graph.is_ancestor(at(main, ancestor), at(main, descendant));
    };
    CHECK(ask("base", "m2") == Answer::yes);
    CHECK(ask("t1", "m2") == Answer::yes);
    CHECK(ask("t2", "t2") == Answer::yes);
    CHECK(ask("m1", "t2") == Answer::no);
    CHECK(ask("t1", "m1") == Answer::no);
    CHECK(ask("m2", "base") == Answer::no);
}

TEST_CASE("a range holds what one side adds to the other") {
    const GitRepository repository;
    build(repository);
    const Opened main = graph_of(repository.path(), {"main"});
    const CommitGraph& graph = main.graph;
    const auto names = [&](const std::vector<std::size_t>& range) {
        std::vector<std::string> found;
        for (const std::size_t index : range) found.push_back(main.subject(index));
        return found;
    };
    CHECK(names(graph.range({at(main, "m2")}, {at(main, "m1")})) ==
          std::vector<std::string>{"t1", "t2", "Merge topic", "m2"});
    CHECK(names(graph.range({at(main, "t2"), at(main, "m1")}, {at(main, "base")})) ==
          std::vector<std::string>{"m1", "t1", "t2"});
    CHECK(graph.range({at(main, "base")}, {at(main, "m2")}).empty());
    CHECK(graph.range({at(main, "m2")}, {}).size() == 6);
}

TEST_CASE("commits are found by name and by the beginning of it") {
    const GitRepository repository;
    for (int number = 0; number < 40; ++number) repository.commit("c" + std::to_string(number));
    const CommitGraph graph = graph_of(repository.path(), {"main"}).graph;
    const std::string tip = repository.id_of("HEAD");
    CHECK(graph.find(id_from(tip)) == graph.size() - 1);
    CHECK_FALSE(graph.find(git::ObjectId{}));
    CHECK(graph.find_prefix(tip) == std::vector<std::size_t>{39});
    CHECK(graph.find_prefix(tip.substr(0, 7)) == std::vector<std::size_t>{39});
    for (const char digit : std::string("0123456789abcdef")) {
        std::size_t expected = 0;
        for (std::size_t index = 0; index < graph.size(); ++index)
            expected += to_hex(graph.commit(index).commit.id)[0] == digit;
        CHECK(graph.find_prefix(std::string(1, digit)).size() == expected);
    }
    CHECK(graph.find_prefix("").empty());
    CHECK(graph.find_prefix("xyz").empty());
    CHECK(graph.find_prefix(tip + "0").empty());
}

TEST_CASE("a shallow clone gives three answers") {
    const GitRepository origin;
    build(origin);
    const ScratchFolder elsewhere;
    const auto clone = elsewhere.path() / "clone";
    origin.git("clone", "-q", "--depth", "2", "file://" + origin.path().string(), clone.string());
    const Opened shallow = graph_of(clone, {"HEAD"});
    const CommitGraph& graph = shallow.graph;
    CHECK(subjects(shallow) == std::vector<std::string>{"Merge topic", "m2"});
    CHECK(graph.truncated());
    CHECK(graph.commit(0).truncated);
    CHECK_FALSE(graph.commit(1).truncated);
    CHECK(graph.is_ancestor(0, 1) == Answer::yes);
    CHECK(graph.is_ancestor(1, 0) == Answer::unknown);
}

TEST_CASE("a tip that is not here is an error, a malformed parent cuts the way off") {
    const GitRepository repository;
    repository.commit("one");
    const std::string tree = "tree " + repository.id_of("HEAD^{tree}") + "\n";
    const std::string person = "A <a@example.org> 1 +0000\n";
    const std::string wrong = repository.write_object("commit", tree + "author " + person + "\nwrong\n");
    const std::string child = repository.write_object(
        "commit", tree + "parent " + wrong + "\nauthor " + person + "committer " + person + "\nchild\n");
    const git::Repository open = opened(repository.path());
    CHECK(CommitGraph::read(open, {id_from(std::string(40, '1'))}).error().kind ==
          base::ErrorKind::unverifiable);
    CHECK(CommitGraph::read(open, {id_from(wrong)}).error().kind == base::ErrorKind::unverifiable);
    const Opened cut = graph_of(repository.path(), {child});
    const CommitGraph& graph = cut.graph;
    CHECK(subjects(cut) == std::vector<std::string>{"child"});
    CHECK(graph.truncated());
}

TEST_CASE("grafts, replacements and a commit-graph file play no part") {
    const GitRepository repository;
    build(repository);
    const auto before = subjects(graph_of(repository.path(), {"main"}));
    repository.git("commit-graph", "write", "--reachable");
    repository.git("replace", "--graft", "main");
    repository.write(".git/info/grafts", repository.id_of("main") + "\n");
    CHECK(subjects(graph_of(repository.path(), {"main"})) == before);
}
