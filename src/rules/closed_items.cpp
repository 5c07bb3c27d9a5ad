#include "rules/closed_items.hpp"

#include <fmt/format.h>

namespace docs_lint::rules {

const std::string& name_of(const facts::ClosedItem& item) {
    return item.ids.empty() ? (*item.document)->path : item.ids.front();
}

std::string urgent_name_of(const facts::ClosedItem& item) {
    return item.urgency.empty() ? name_of(item) : fmt::format("{} ({})", name_of(item), item.urgency);
}

diagnostics::Location place_of(const facts::ClosedItem& item) {
    return (*item.document)->at(item.closed_at);
}

std::optional<diagnostics::Severity> mildness_of(const facts::ClosedItem& item) {
    return item.filed ? std::nullopt : std::optional(diagnostics::Severity::warning);
}

std::vector<diagnostics::Related> places_of(const facts::ConsultedEntry& entry) {
    std::vector<diagnostics::Related> related;
    for (const facts::ConsultedPlace& place : entry.places)
        related.push_back({fmt::format("it says \"{}\"", place.what), place.location});
    return related;
}

} // namespace docs_lint::rules
