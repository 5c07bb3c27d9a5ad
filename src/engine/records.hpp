#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "engine/request.hpp"
#include "engine/walks.hpp"
#include "facts/history.hpp"
#include "records/standing.hpp"

#include <vector>

namespace docs_lint::engine {

/// Where each judged record stands, as far as the request asks: those of its shard, by path. `walks`, null
/// without a repository, gives the history. The error is that of a head that cannot be read.
base::Result<std::vector<records::Record>> gather_records(const Request& request, const Place& place,
                                                          const facts::Corpus& corpus,
                                                          const facts::History& history, Walks* walks);

} // namespace docs_lint::engine
