#pragma once

#include "base/result.hpp"
#include "engine/configuration.hpp"
#include "engine/place.hpp"
#include "facts/closure.hpp"
#include "facts/corpus.hpp"
#include "facts/gap.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// What was read of a snapshot.
struct Snapshot {
    facts::Corpus corpus;
    bool partial = false;                ///< some governed documents were not asked for, or not reached
    std::vector<std::string> notes;      ///< paths that were asked for and are not there
    base::Instant recorded_at;           ///< when it was recorded, or now for what is not committed yet
    std::optional<facts::Gap> unreached; ///< documents that the time was too short for
};

/// Reads and judges the governed documents of the snapshot: all of them, those below the request's paths, or
/// for the index those that differ from HEAD. They may take half of the time, so that the commits have
/// theirs. `policy` must outlive the result.
base::Result<Snapshot> read_snapshot(const Request& request, const Place& place, const RunPolicy& policy);

/// Gives the text of files of the snapshot, for documents that are consulted and perhaps not judged. The
/// error is of kind `unverifiable` where a path is a link, too large, or not there. `place` must outlive it.
facts::ReadPath path_reader(const Place& place);

} // namespace docs_lint::engine
