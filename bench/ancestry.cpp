// bench_ancestry FOLDER QUESTIONS: reads the commit graph of HEAD and asks it so many questions of ancestry.

#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <fmt/format.h>
#include <string>

using namespace docs_lint;

int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "usage: bench_ancestry FOLDER QUESTIONS\n");
        return 2;
    }
    const auto repository = git::Repository::open(argv[1]);
    if (!repository) return 1;
    const auto head = repository->head();
    if (!head || !*head) return 1;
    const auto graph = git::CommitGraph::read(*repository, {**head});
    if (!graph) return 1;
    const std::size_t commits = graph->size();
    std::size_t ancestors = 0;
    const std::size_t questions = std::stoul(argv[2]);
    for (std::size_t question = 0; question < questions; ++question)
        if (graph->is_ancestor(question * 7919 % commits, question * 104729 % commits) == git::Answer::yes)
            ++ancestors;
    fmt::print("{} commits, {} of {} are ancestors\n", commits, ancestors, questions);
    return 0;
}
