#pragma once

#include "base/time_budget.hpp"
#include "facts/corpus.hpp"
#include "facts/filed_records.hpp"
#include "facts/revisions.hpp"

#include <cstddef>

namespace docs_lint::engine {

/// Reads versions of documents: their texts by one thread, since libgit2 is asked, what they say by at most
/// so many. What the time does not suffice for is unverifiable. All arguments must outlive the reader.
facts::ReadEditions edition_reader(const facts::Corpus& corpus, const facts::FiledRecordJudge::ReadBlob& read,
                                   std::size_t threads, const base::TimeBudget& time);

} // namespace docs_lint::engine
