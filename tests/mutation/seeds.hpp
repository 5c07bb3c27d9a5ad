#pragma once

#include <random>
#include <string>
#include <vector>

namespace docs_lint::tests {

using Random = std::mt19937;

/// One of a list.
template <typename List>
const auto& pick(const List& list, Random& random) {
    return list[random() % list.size()];
}

/// A record that passes, and whose gates up to its state are signed in full.
struct Seed {
    std::string name; ///< says where it comes from, or how it is written
    std::string path;
    std::string text;
};

/// The phase gate documents of fixtures/records/, their placeholders for commits filled in.
std::vector<Seed> fixture_seeds();

/// A complete record of each process in every shape of a sign-off, and defect records at every state; what
/// else may be written in more than one way (header, dates, dashes, labels, ticks, names of roles) is drawn
/// at random.
std::vector<Seed> rendered_seeds(Random& random);

} // namespace docs_lint::tests
