#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "facts/corpus.hpp"
#include "facts/filed_records.hpp"
#include "facts/history.hpp"
#include "facts/revisions.hpp"
#include "git/commit_graph.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// Judges everything that a run has to compare for the immutability of filed records: every commit of the run
/// against every one of its parents, and the snapshot against what it is to replace. `graph` is needed for
/// ranges, pushes and audits only. Revisions are gathered of the paths that `follows` names, by at most
/// so many threads. `corpus` is the snapshot.
struct FiledRecords {
    std::vector<facts::FiledRecordChange> changes;
    std::vector<facts::FilingChange> filings;
    facts::Revisions revisions;
    std::vector<facts::Gap> gaps;
    std::size_t commits = 0;
    std::optional<facts::Gap> unreached; ///< commits that the time was too short for; then no revisions
};
base::Result<FiledRecords> judge_filed_records(const Place& place, const facts::Corpus& corpus,
                                               const git::CommitGraph* graph,
                                               const std::function<bool(const std::string&)>& follows,
                                               std::size_t threads);

/// What differs between two lists of entries that are sorted by path.
std::vector<git::Change> compare_entries(const std::vector<git::Entry>& old_entries,
                                         const std::vector<git::Entry>& new_entries);

/// Whether such a list, in the order of its paths, has this path.
bool changes_path(const std::vector<git::Change>& changes, const std::string& path);

} // namespace docs_lint::engine
