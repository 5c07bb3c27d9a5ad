#pragma once

#include "mutation/operators.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace docs_lint::tests {

/// An edit of a whole record, or of one of its items, that changes nothing of what it says: another way of
/// writing it. It makes nothing where it does not apply.
struct NeutralEdit {
    std::string_view name;
    void (*apply)(const Seed& seed, const std::vector<Site>& sites, Random& random, Mutants& texts);
};

std::span<const NeutralEdit> neutral_edits();

} // namespace docs_lint::tests
