#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// DOCS_LINT_MUTATION_SEED: what all that is drawn at random begins with.
unsigned seed_of_random();

/// DOCS_LINT_MUTATION_ALL is set: every variant of everything on every record, which takes minutes.
bool try_all();

/// The numbers below `count` for which `holds`, asked on all processors.
std::vector<std::size_t> numbers_where(std::size_t count, const std::function<bool(std::size_t)>& holds);

/// The lines of the second text that the first one does not hold, and the two in front of them.
std::string changed_lines(const std::string& before, const std::string& after);

} // namespace docs_lint::tests
