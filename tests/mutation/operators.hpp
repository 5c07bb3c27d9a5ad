#pragma once

#include "mutation/seeds.hpp"
#include "mutation/sites.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::tests {

/// A component of a record that is to be damaged.
struct Target {
    const Seed& seed;
    const std::vector<Site>& sites;
    std::size_t at = 0;

    [[nodiscard]] const Site& site() const { return sites[at]; }
    [[nodiscard]] const std::string& text() const { return seed.text; }
    [[nodiscard]] std::string_view text_of(base::Span span) const;
};

/// The whole text of each damaged record.
using Mutants = std::vector<std::string>;

/// One way to take a component its force. It makes nothing of a component to which it does not apply; each
/// mutant that it makes no longer signs its item.
struct Operator {
    std::string_view name;
    void (*apply)(const Target& target, Mutants& mutants);
};

std::span<const Operator> operators_on_values();
std::span<const Operator> operators_on_structure();

/// The text with other words in a place.
std::string with(const std::string& text, base::Span place, std::string_view words);

} // namespace docs_lint::tests
