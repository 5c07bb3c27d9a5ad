#pragma once

#include "facts/citations.hpp"
#include "facts/expected_values.hpp"
#include "facts/gap.hpp"
#include "facts/path_history.hpp"
#include "facts/spec_order.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// Work that a record cites, and that was not there any more when the record first said that the gate had
/// passed which verifies it: every file of it was as before, or had its lines taken back by one commit.
struct UndoneWork {
    const DocumentFacts* document = nullptr;
    const policy::ProcessGate* gate = nullptr; ///< that verifies it
    std::vector<const Citation*> citations;    ///< of the work; at least one
    std::vector<std::string> paths;            ///< its files, sorted: those that no class governs
    std::string verified_in;                   ///< full id; empty: no commit says so yet
    std::optional<base::Error> unknown;        ///< the history does not show it, and why
};

/// For each record whose verification has passed: its fix, all commits of it together, and the commits of its
/// expected values. `head`: in the graph of `paths`. What is there in `head` is taken to have been there.
/// Source: delivery process, V.1 and I.2: what is verified is the fix that was committed.
std::vector<UndoneWork> find_undone_work(const std::vector<SpecOrder>& orders,
                                         const std::vector<ExpectedValues>& values, PathHistory& paths,
                                         std::size_t head);

} // namespace docs_lint::facts
