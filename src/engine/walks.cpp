#include "engine/walks.hpp"

#include "git/read_graph.hpp"

#include <algorithm>
#include <utility>

namespace docs_lint::engine {

/// Whoever has the graph finds the tips in it.
base::Result<git::CommitGraph> Walks::read(const std::vector<git::ObjectId>& tips,
                                           HistoryIndex::Found& found) const {
    auto graph = git::read_graph(repository_, tips, found.graph, time_);
    const bool complete = graph && std::all_of(tips.begin(), tips.end(), [&](const git::ObjectId& tip) {
                              return graph->find(tip).has_value();
                          });
    if (complete || !found.met_damage()) return graph;
    found.file->remove();
    found = {};
    return git::read_graph(repository_, tips, {}, time_);
}

base::Result<facts::PathHistory*> Walks::behind(std::vector<git::ObjectId> tips) {
    const auto known = known_.find(tips);
    if (known != known_.end()) return &known->second->paths;
    HistoryIndex::Found found;
    if (index_ && !tips.empty()) found = index_->find(repository_, tips.front());
    if (check_ == Check::at_once && found.file != nullptr && !found.file->is_intact()) found = {};
    auto graph = read(tips, found);
    if (!graph) return base::fail(graph.error());
    auto& walk = known_[std::move(tips)];
    walk = std::make_unique<Walk>(repository_, std::move(*graph), std::move(found));
    return &walk->paths;
}

bool Walks::met_damage() const {
    return std::any_of(known_.begin(), known_.end(),
                       [](const auto& walk) { return walk.second->known.met_damage(); });
}

void Walks::keep() const {
    if (!index_) return;
    for (const auto& [tips, walk] : known_)
        if (!tips.empty()) index_->keep(walk->paths, tips.front(), walk->known);
}

} // namespace docs_lint::engine
