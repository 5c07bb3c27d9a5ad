#include "engine/shard.hpp"

#include "base/hash.hpp"

#include <vector>

namespace docs_lint::engine {

bool Shard::owns(std::string_view path) const {
    // The low digits of the hash follow those of the last bytes, which file names have in common.
    return is_whole() || (base::hash_of(path) >> 17U) % count == number - 1;
}

void keep_owned(diagnostics::Outcome& outcome, const Shard& shard) {
    if (shard.is_whole()) return;
    std::erase_if(outcome.findings, [&](const auto& finding) { return !shard.owns(finding.location.path); });
    std::erase_if(outcome.unverified, [&](const auto& gap) { return !shard.owns(gap.location.path); });
}

} // namespace docs_lint::engine
