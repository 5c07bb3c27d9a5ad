#include "engine/walks.hpp"

#include <utility>

namespace docs_lint::engine {

base::Result<facts::PathHistory*> Walks::behind(std::vector<git::ObjectId> tips) {
    const auto known = known_.find(tips);
    if (known != known_.end()) return &known->second->paths;
    auto graph = git::CommitGraph::read(repository_, tips);
    if (!graph) return base::fail(graph.error());
    auto& walk = known_[std::move(tips)];
    walk = std::make_unique<Walk>(repository_, std::move(*graph));
    return &walk->paths;
}

} // namespace docs_lint::engine
