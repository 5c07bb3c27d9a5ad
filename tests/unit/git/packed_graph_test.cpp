#include "git/commit_graph.hpp"
#include "git/packed_graph.hpp"
#include "support/git_repository.hpp"
#include "support/kept_bytes.hpp"
#include "support/opened.hpp"

#include <doctest/doctest.h>
#include <optional>
#include <string>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;
using git::CommitGraph;
using git::PackedGraph;

namespace {

std::optional<PackedGraph> unpacked(const std::string& bytes) {
    return PackedGraph::open(KeptBytes(bytes).checked);
}

/// One merge, dates with zones, five commits.
CommitGraph read_graph(const GitRepository& repository, const git::Repository& open) {
    repository.commit("base", "2026-03-09T09:00:00+05:30");
    repository.branch("topic");
    repository.commit("topic", "2026-03-08T09:00:00-03:00");
    repository.checkout("main");
    repository.commit("main");
    repository.merge("topic");
    repository.commit("tip");
    return value_of(CommitGraph::read(open, {id_from(repository.id_of("HEAD"))}));
}

void check_same(const CommitGraph& left, const CommitGraph& right) {
    REQUIRE(left.size() == right.size());
    for (std::size_t at = 0; at < left.size(); ++at) {
        const git::GraphCommit one = left.commit(at);
        const git::GraphCommit other = right.commit(at);
        CHECK(one.commit.id == other.commit.id);
        CHECK(one.commit.tree == other.commit.tree);
        CHECK(one.commit.parents == other.commit.parents);
        CHECK(one.commit.authored_at == other.commit.authored_at);
        CHECK(one.commit.committed_at == other.commit.committed_at);
        CHECK(std::equal(one.parents.begin(), one.parents.end(), other.parents.begin(), other.parents.end()));
        CHECK(left.find(one.commit.id) == at);
        CHECK(left.find_prefix(to_hex(one.commit.id).substr(0, 8)) ==
              right.find_prefix(to_hex(one.commit.id).substr(0, 8)));
    }
    CHECK(left.in_order_of_ids() == right.in_order_of_ids());
}

} // namespace

TEST_CASE("a graph that continues a packed one is the one that is read from nothing") {
    const GitRepository repository;
    const git::Repository open = opened(repository.path());
    const CommitGraph graph = read_graph(repository, open);
    const std::vector<git::ObjectId> tips = {id_from(repository.id_of("HEAD"))};
    for (const std::string known : {"HEAD", "HEAD~1", "HEAD~2", "HEAD~3"}) {
        CAPTURE(known);
        const CommitGraph part = value_of(CommitGraph::read(open, {id_from(repository.id_of(known))}));
        const auto packed = unpacked(PackedGraph::pack(part, part.size()));
        REQUIRE(packed.has_value());
        CHECK(packed->size() == part.size());
        check_same(value_of(CommitGraph::read(open, tips, *packed)), graph);
    }
    CHECK(unpacked(PackedGraph::pack(graph, 0)).has_value());
}

TEST_CASE("the first commits of a graph can be packed alone") {
    const GitRepository repository;
    const git::Repository open = opened(repository.path());
    const CommitGraph graph = read_graph(repository, open);
    const auto packed = unpacked(PackedGraph::pack(graph, 2));
    REQUIRE(packed.has_value());
    CHECK(packed->size() == 2);
    check_same(value_of(CommitGraph::read(open, {graph.commit(1).commit.id}, *packed)),
               value_of(CommitGraph::read(open, {graph.commit(1).commit.id})));
}

TEST_CASE("bytes that are no graph are refused, and nothing leads out of those that look like one") {
    const GitRepository repository;
    const git::Repository open = opened(repository.path());
    const std::string bytes = PackedGraph::pack(read_graph(repository, open), 5);
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(unpacked(bytes.substr(0, size)));
    CHECK_FALSE(unpacked(bytes + "x"));
    std::size_t noticed = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x81);
        const KeptBytes kept(damaged);
        const auto packed = PackedGraph::open(kept.checked);
        for (std::size_t commit = 0; packed && commit < packed->size(); ++commit) {
            CHECK(packed->in_order_of_ids(commit) < packed->size());
            for (const std::size_t parent : packed->parents(commit)) CHECK(parent < commit);
        }
        noticed += !packed || *kept.met_damage ? 1 : 0;
    }
    CHECK(noticed > 40); // sizes, places of parents, and the order of ids
}

TEST_CASE("no byte is believed that is not as it was written") {
    const GitRepository repository;
    const git::Repository open = opened(repository.path());
    const CommitGraph graph = read_graph(repository, open);
    const std::string bytes = PackedGraph::pack(graph, 5);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        const KeptBytes kept(bytes, at);
        const auto packed = PackedGraph::open(kept.checked);
        for (std::size_t commit = 0; packed && commit < packed->size(); ++commit) {
            static_cast<void>(packed->commit(commit));
            static_cast<void>(packed->in_order_of_ids(commit));
        }
        CHECK(*kept.met_damage);
    }
    const KeptBytes whole(bytes);
    const auto packed = PackedGraph::open(whole.checked);
    REQUIRE(packed.has_value());
    for (std::size_t commit = 0; commit < packed->size(); ++commit)
        CHECK(packed->commit(commit).id == graph.commit(commit).commit.id);
    CHECK_FALSE(*whole.met_damage);
}
