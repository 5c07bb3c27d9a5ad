#include "engine/run_commits.hpp"

#include <numeric>

namespace docs_lint::engine {
namespace {

/// Commits that the receiving side holds already were judged when they came.
std::vector<std::size_t> known_before(const Place& place, const git::CommitGraph& graph) {
    std::vector<std::size_t> known;
    for (const git::ObjectId& id : place.excluded)
        if (const auto index = graph.find(id)) known.push_back(*index);
    if (place.base)
        if (const auto index = graph.find(place.base->id)) known.push_back(*index);
    return known;
}

} // namespace

std::vector<std::size_t> commits_of_run(const Place& place, const git::CommitGraph& graph) {
    if (place.mode == Mode::audit) {
        std::vector<std::size_t> all(graph.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
    }
    if (place.mode != Mode::range && place.mode != Mode::push) return {};
    return graph.range({*graph.find(place.head->id)}, known_before(place, graph));
}

} // namespace docs_lint::engine
