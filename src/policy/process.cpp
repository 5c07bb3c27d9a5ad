#include "policy/process.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace docs_lint::policy {
namespace {

bool has_title(const ProcessItem& item, const std::string& wanted) {
    if (base::normalise_name(item.title) == wanted) return true;
    return std::any_of(item.aliases.begin(), item.aliases.end(),
                       [&wanted](const std::string& alias) { return base::normalise_name(alias) == wanted; });
}

template <typename Matches>
const ProcessItem* find_item_if(const std::vector<ProcessGate>& gates, Matches matches) {
    for (const ProcessGate& gate : gates)
        for (const ProcessItem& item : gate.items)
            if (matches(item)) return &item;
    return nullptr;
}

} // namespace

const ProcessGate* Process::find_gate(std::string_view gate_id) const {
    const auto found = std::find_if(gates.begin(), gates.end(), [gate_id](const ProcessGate& gate) {
        return base::equals_ignoring_case(gate.id, gate_id);
    });
    return found == gates.end() ? nullptr : &*found;
}

const ProcessGate* Process::find_gate_of(std::string_view item_id) const {
    const auto found = std::find_if(gates.begin(), gates.end(), [item_id](const ProcessGate& gate) {
        return std::any_of(gate.items.begin(), gate.items.end(),
                           [item_id](const ProcessItem& item) { return item.id == item_id; });
    });
    return found == gates.end() ? nullptr : &*found;
}

const ProcessItem* Process::find_item(std::string_view item_id) const {
    return find_item_if(
        gates, [item_id](const ProcessItem& item) { return base::equals_ignoring_case(item.id, item_id); });
}

const ProcessItem* Process::find_item_by_title(std::string_view wanted_title) const {
    const std::string wanted = base::normalise_name(wanted_title);
    if (wanted.empty()) return nullptr;
    return find_item_if(gates, [&wanted](const ProcessItem& item) { return has_title(item, wanted); });
}

std::optional<std::size_t> Process::rank_of(std::string_view state) const {
    const std::string wanted = base::normalise_name(state);
    for (std::size_t rank = 0; rank < states.size(); ++rank)
        if (base::normalise_name(states[rank]) == wanted) return rank;
    return std::nullopt;
}

} // namespace docs_lint::policy
