#pragma once

#include "base/result.hpp"
#include "facts/corpus.hpp"
#include "facts/path_history.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// What signed evidence cites beside commits.
enum class CitedKind { path, section, version };

/// What became of it. Citations are held against the commit that recorded their sign-off, never against what
/// came later: the first commit whose record cites it under the sign-off that stands there now.
enum class CitedStatus {
    fabricated,  ///< it was not there then, nor is it now
    too_early,   ///< it was not there then, and came later
    drifted,     ///< it was there then, and is not now
    unverifiable ///< the history ends before it could be told, or a version cannot be read
};

/// A citation that does not hold. Those that do, and those that can be read in two ways, are not kept.
struct CitedFault {
    const DocumentFacts* document = nullptr;
    const ItemFacts* item = nullptr;
    CitedKind kind = CitedKind::path;
    CitedStatus status = CitedStatus::fabricated;
    model::PathMention mention;
    std::string what;        ///< the path, section or version, as it was looked for
    std::string path;        ///< the file that is meant; empty where none is there
    std::string recorded_in; ///< full id of the commit that recorded the sign-off; empty: not committed yet
    std::string known_since; ///< for `too_early`: full id of the commit that brought it, where it is known
    std::vector<std::string> near; ///< files that may be meant
    bool is_sure = true;           ///< false: it may be the name of something outside the repository
    base::Error problem;           ///< for `unverifiable`
};

/// The text of a path of the snapshot, whether it is judged or not.
using ReadSnapshot = std::function<base::Result<std::string>(const std::string&)>;

/// Some judged document's signed evidence cites a path, so that the graph is needed.
bool cites_paths(const Corpus& corpus);

/// Looks every path, section and version up that the evidence of a claimed item cites.
std::vector<CitedFault> gather_cited_faults(const Corpus& corpus, PathHistory& paths,
                                            const ReadSnapshot& read);

} // namespace docs_lint::facts
