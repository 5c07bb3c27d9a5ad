#pragma once

#include "facts/filed_records.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"

#include <vector>

namespace docs_lint::engine {

/// Takes out what a merge only passes on: its version of the path is another parent's, and on that parent's
/// side of history alone an offence against the version that is lost is already named. What a merge does
/// itself, brings in from a side that never saw the filing, or takes back of a filing that came after such an
/// offence, stays.
void drop_inherited(std::vector<facts::FiledRecordChange>& offences, const git::Repository& repository,
                    const git::CommitGraph& graph);

/// Takes out the filings that a merge only brings in from one of its parents.
void drop_inherited(std::vector<facts::FilingChange>& filings, const git::Repository& repository,
                    const git::CommitGraph& graph);

} // namespace docs_lint::engine
