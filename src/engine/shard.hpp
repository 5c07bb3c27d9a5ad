#pragma once

#include "diagnostics/diagnostic.hpp"

#include <cstddef>
#include <string_view>

namespace docs_lint::engine {

/// A part of a run that is spread over several processes or machines. Every path belongs to exactly one of
/// `count` shards, whatever else there is, so that what the shards find, together, is what one run finds. The
/// default is a whole run.
struct Shard {
    std::size_t number = 1; ///< from 1 to `count`
    std::size_t count = 1;

    [[nodiscard]] bool is_whole() const { return count == 1; }

    /// The documents and the history of this path are this shard's to judge. What has no path is a path too.
    [[nodiscard]] bool owns(std::string_view path) const;

    friend bool operator==(const Shard&, const Shard&) = default;
};

/// Leaves what is about paths of this shard: another one says the rest.
void keep_owned(diagnostics::Outcome& outcome, const Shard& shard);

} // namespace docs_lint::engine
