#include "engine/changed_documents.hpp"

#include "engine/comparisons.hpp"

#include <algorithm>
#include <vector>

namespace docs_lint::engine {
namespace {

base::Result<std::vector<git::Change>> compare_ends(const Place& place) {
    if (!place.merged) return place.repository->compare_trees(place.base->tree, place.head->tree);
    const auto before = place.repository->list_tree(place.base->tree);
    if (!before) return base::fail(before.error());
    return compare_entries(*before, *place.merged);
}

} // namespace

std::optional<std::size_t> count_changed_documents(const Place& place, const policy::Policy& policy) {
    const bool is_change = place.mode == Mode::range || place.mode == Mode::push;
    if (!is_change || !place.base || !place.head) return std::nullopt;
    const auto changes = compare_ends(place);
    if (!changes) return std::nullopt;
    return static_cast<std::size_t>(
        std::count_if(changes->begin(), changes->end(),
                      [&](const git::Change& change) { return policy.class_of(change.path) != nullptr; }));
}

} // namespace docs_lint::engine
