#include "git/commit_graph.hpp"
#include "support/git_repository.hpp"
#include "support/kept_bytes.hpp"
#include "support/opened.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <memory>
#include <rapidcheck.h>
#include <sstream>
#include <string>

using namespace docs_lint;
using namespace docs_lint::tests;
using git::Answer;

namespace {

/// Commit n has parents below n, and a date that means nothing.
struct Shape {
    std::vector<std::vector<std::size_t>> parents;
    std::vector<long> dates;
};

Shape any_shape() {
    Shape shape;
    const auto size = *rc::gen::inRange<std::size_t>(1, 14);
    for (std::size_t commit = 0; commit < size; ++commit) {
        std::vector<std::size_t> parents;
        const auto count = commit == 0 ? 0 : *rc::gen::inRange(0, 4);
        for (int parent = 0; parent < count; ++parent) {
            const auto chosen = *rc::gen::inRange<std::size_t>(commit > 5 ? commit - 5 : 0, commit);
            if (std::find(parents.begin(), parents.end(), chosen) == parents.end()) parents.push_back(chosen);
        }
        shape.parents.push_back(parents);
        shape.dates.push_back(*rc::gen::inRange(0L, 4'000'000'000L));
    }
    return shape;
}

std::vector<git::ObjectId> build(const GitRepository& repository, const Shape& shape) {
    std::ostringstream stream;
    for (std::size_t commit = 0; commit < shape.parents.size(); ++commit) {
        stream << "reset refs/heads/x" << commit << "\ncommit refs/heads/x" << commit
               << "\nmark :" << commit + 1 << "\ncommitter A <a@example.org> " << shape.dates[commit]
               << " +0000\ndata <<E\n"
               << commit << "\nE\n";
        for (std::size_t at = 0; at < shape.parents[commit].size(); ++at)
            stream << (at == 0 ? "from :" : "merge :") << shape.parents[commit][at] + 1 << '\n';
        stream << '\n';
    }
    ProcessOptions options;
    options.input = stream.str();
    repository.run({"fast-import", "--quiet", "--date-format=raw", "--export-marks=.git/marks"}, options);
    std::vector<git::ObjectId> ids(shape.parents.size());
    std::istringstream marks(repository.read(".git/marks"));
    for (std::string mark, id; marks >> mark >> id;) ids.at(std::stoul(mark.substr(1)) - 1) = id_from(id);
    return ids;
}

/// reaches[a][b]: b is a or an ancestor of a.
std::vector<std::vector<bool>> closure(const Shape& shape) {
    std::vector<std::vector<bool>> reaches;
    for (std::size_t commit = 0; commit < shape.parents.size(); ++commit) {
        std::vector<bool> row(shape.parents.size(), false);
        row[commit] = true;
        for (const std::size_t parent : shape.parents[commit]) {
            for (std::size_t at = 0; at < row.size(); ++at) row[at] = row[at] || reaches[parent][at];
        }
        reaches.push_back(row);
    }
    return reaches;
}

std::vector<git::ObjectId> best_common(const std::vector<std::vector<bool>>& reaches,
                                       const std::vector<git::ObjectId>& ids, std::size_t left,
                                       std::size_t right) {
    std::vector<git::ObjectId> best;
    for (std::size_t candidate = 0; candidate < ids.size(); ++candidate) {
        bool is_best = reaches[left][candidate] && reaches[right][candidate];
        for (std::size_t other = 0; other < ids.size(); ++other)
            is_best = is_best && !(other != candidate && reaches[left][other] && reaches[right][other] &&
                                   reaches[other][candidate]);
        if (is_best) best.push_back(ids[candidate]);
    }
    std::sort(best.begin(), best.end());
    return best;
}

std::size_t any_commit(const Shape& shape) {
    return *rc::gen::inRange<std::size_t>(0, shape.parents.size());
}

} // namespace

TEST_CASE("ancestry, ranges and bases are those of the graph, whatever its dates") {
    CHECK(rc::check([] {
        const Shape shape = any_shape();
        const GitRepository repository;
        const auto ids = build(repository, shape);
        const auto reaches = closure(shape);
        const git::Repository open = opened(repository.path());
        const auto graph = value_of(git::CommitGraph::read(open, ids));
        RC_ASSERT(graph.size() == ids.size());
        RC_ASSERT(!graph.truncated());
        for (std::size_t a = 0; a < ids.size(); ++a) {
            for (std::size_t b = 0; b < ids.size(); ++b) {
                const bool is = graph.is_ancestor(*graph.find(ids[b]), *graph.find(ids[a])) == Answer::yes;
                RC_ASSERT(is == reaches[a][b]);
            }
        }
        const std::size_t left = any_commit(shape);
        const std::size_t right = any_commit(shape);
        std::vector<git::ObjectId> added;
        for (const std::size_t at : graph.range({*graph.find(ids[left])}, {*graph.find(ids[right])}))
            added.push_back(graph.commit(at).commit.id);
        for (std::size_t at = 0; at < ids.size(); ++at) {
            const bool is = std::find(added.begin(), added.end(), ids[at]) != added.end();
            RC_ASSERT(is == (reaches[left][at] && !reaches[right][at]));
        }
        auto bases = value_of(open.merge_bases(ids[left], ids[right]));
        std::sort(bases.begin(), bases.end());
        RC_ASSERT(bases == best_common(reaches, ids, left, right));
    }));
}

TEST_CASE("a walk that goes on from a known commit gives the graph of one that does not") {
    CHECK(rc::check([] {
        const Shape shape = any_shape();
        const GitRepository repository;
        const auto ids = build(repository, shape);
        const git::Repository open = opened(repository.path());
        const std::size_t tip = any_commit(shape);
        std::size_t known = tip;
        for (auto steps = *rc::gen::inRange(0, 6); steps > 0 && !shape.parents[known].empty(); --steps)
            known = shape.parents[known].front();
        const auto part = value_of(git::CommitGraph::read(open, {ids[known]}));
        auto packed = git::PackedGraph::open(KeptBytes(git::PackedGraph::pack(part, part.size())).checked);
        RC_ASSERT(packed.has_value());
        const auto other = ids[any_commit(shape)];
        const auto whole = value_of(git::CommitGraph::read(open, {ids[tip], other}));
        const auto continued = value_of(git::CommitGraph::read(open, {ids[tip], other}, *packed));
        RC_ASSERT(whole.size() == continued.size());
        for (std::size_t at = 0; at < whole.size(); ++at) {
            RC_ASSERT(whole.commit(at).commit.id == continued.commit(at).commit.id);
            RC_ASSERT(std::ranges::equal(whole.parents(at), continued.parents(at)));
        }
    }));
}

TEST_CASE("with a commit missing every answer is right or unknown") {
    CHECK(rc::check([] {
        const Shape shape = any_shape();
        const GitRepository repository;
        const auto ids = build(repository, shape);
        const auto reaches = closure(shape);
        const std::size_t lost = any_commit(shape);
        const std::string hex = to_hex(ids[lost]);
        std::filesystem::remove(repository.path() / ".git/objects" / hex.substr(0, 2) / hex.substr(2));
        const git::Repository open = opened(repository.path());
        RC_ASSERT(value_of(open.kind_of(ids[lost])) == git::ObjectKind::missing);
        std::vector<git::ObjectId> tips;
        for (std::size_t at = 0; at < ids.size(); ++at) {
            if (at != lost) tips.push_back(ids[at]);
        }
        const auto graph = value_of(git::CommitGraph::read(open, tips));
        for (std::size_t a = 0; a < ids.size(); ++a) {
            for (std::size_t b = 0; b < ids.size(); ++b) {
                if (a == lost || b == lost) continue;
                const Answer answer = graph.is_ancestor(*graph.find(ids[b]), *graph.find(ids[a]));
                if (answer == Answer::unknown)
                    RC_ASSERT(reaches[a][lost]);
                else
                    RC_ASSERT((answer == Answer::yes) == reaches[a][b]);
            }
        }
        const std::size_t left = any_commit(shape);
        const std::size_t right = any_commit(shape);
        auto bases = open.merge_bases(ids[left], ids[right]);
        if (!bases) return;
        std::sort(bases->begin(), bases->end());
        RC_ASSERT(*bases == best_common(reaches, ids, left, right));
    }));
}
