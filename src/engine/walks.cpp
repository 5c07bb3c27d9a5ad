#include "engine/walks.hpp"

#include "git/read_graph.hpp"

#include <utility>

namespace docs_lint::engine {

base::Result<facts::PathHistory*> Walks::behind(std::vector<git::ObjectId> tips) {
    const auto known = known_.find(tips);
    if (known != known_.end()) return &known->second->paths;
    HistoryIndex::Found found;
    if (index_ && !tips.empty()) found = index_->find(repository_, tips.front());
    auto graph = git::read_graph(repository_, tips, std::move(found.graph), time_);
    if (!graph) return base::fail(graph.error());
    auto& walk = known_[std::move(tips)];
    walk = std::make_unique<Walk>(repository_, std::move(*graph), std::move(found));
    return &walk->paths;
}

void Walks::keep() const {
    if (!index_) return;
    for (const auto& [tips, walk] : known_)
        if (!tips.empty()) index_->keep(walk->paths, tips.front(), walk->known);
}

} // namespace docs_lint::engine
