#pragma once

#include "facts/filed_records.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <vector>

namespace docs_lint::engine {

/// Takes out what a merge only passes on: its version of the path is another parent's, and on that parent's
/// side of history an offence against the same path is already named. What a merge does itself, or brings in
/// from a side that never saw the filing, stays.
void drop_inherited(std::vector<facts::FiledRecordChange>& offences, const git::Repository& repository,
                    const git::CommitGraph& graph);

/// Takes out the filings that a merge only brings in from one of its parents.
void drop_inherited(std::vector<facts::FilingChange>& filings, const git::Repository& repository,
                    const git::CommitGraph& graph);

} // namespace docs_lint::engine
