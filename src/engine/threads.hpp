#pragma once

#include "engine/shard.hpp"

#include <cstddef>
#include <functional>

namespace docs_lint::engine {

/// How many threads one run may use: those of the machine, or one where processes share it already.
std::size_t threads_for(const Shard& shard);

/// Calls `work` once with each number below `count`, in no order, from at most `threads` threads: few numbers
/// are not worth one. Returns when all are done; what `work` throws comes out here.
void for_each_number(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& work);

} // namespace docs_lint::engine
