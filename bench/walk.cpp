// bench_walk FOLDER: the pass over history alone. Reads the commit graph of HEAD and compares every commit
// with every parent, as an audit does, and judges nothing.

#include "facts/path_history.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <fmt/format.h>

using namespace docs_lint;

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: bench_walk FOLDER\n");
        return 2;
    }
    const auto repository = git::Repository::open(argv[1]);
    if (!repository) return 1;
    const auto head = repository->head();
    if (!head || !*head) return 1;
    const auto graph = git::CommitGraph::read(*repository, {**head});
    if (!graph) return 1;
    facts::PathHistory paths(*repository, *graph);
    const auto changes =
        paths.changes_of("README.md"); // the first path that is asked for has all commits compared
    if (!changes || !paths.is_compared()) return 1;
    fmt::print("{} commits\n", graph->size());
    return 0;
}
