#pragma once

#include "base/result.hpp"
#include "diagnostics/diagnostic.hpp"
#include "engine/baseline.hpp"
#include "engine/request.hpp"
#include "records/standing.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// What a run looked at, so that "nothing found" can be told from "nothing looked at".
struct Summary {
    std::string scope;              ///< `the index against HEAD`, `commit 1a2b3c4d5e and its 42 ancestors`
    std::string policy;             ///< `built-in pack pmo`, `.docs-lint.yaml of commit ...`
    std::size_t files = 0;          ///< in the snapshot
    std::size_t governed = 0;       ///< Markdown documents that a class covers
    std::size_t judged = 0;         ///< of those, how many were read and judged in this run
    std::size_t filed = 0;          ///< of those judged, how many are filed
    std::size_t commits = 0;        ///< commits whose changes were judged
    std::size_t suppressed = 0;     ///< findings that a suppression took away
    std::vector<std::string> notes; ///< what the reader should know: replace refs ignored, no repository ...
    std::size_t baselined = 0;      ///< findings that the baseline took away
    std::size_t older_than_rules = 0; ///< findings about what is older than the rule (`effective-from`)
    /// Governed documents that a range or a push leaves otherwise; nothing in other modes.
    std::optional<std::size_t> changed = std::nullopt;
};

struct RunResult {
    diagnostics::Outcome outcome;                           ///< of a shard: what is about its paths
    std::vector<diagnostics::SuppressedFinding> suppressed; ///< sorted; the summary has their number
    Summary summary; ///< of a shard: documents and findings of its own; files and commits of the run
    Shard shard;
    /// What holds for the run only if every shard says so: that nothing needed a suppression, say.
    diagnostics::Outcome in_every_shard;
    /// Where each judged record of a process stands, by path; empty unless the request asks.
    std::vector<docs_lint::records::Record> records;
    /// The same audit, run again up to this time (seconds since 1970-01-01 UTC), would say the same; 0 where
    /// that is not known. Found out only for audits whose result may be kept.
    std::int64_t same_until = 0;
};

/// Checks what is asked for. An error means that the run as a whole could not be done (usage, configuration,
/// failure); what a single rule could not verify is in the outcome.
base::Result<RunResult> run(const Request& request);

/// Texts of documents, by path from the repository's root.
using Texts = std::map<std::string, std::string>;

/// The same as if these texts stood in the snapshot, in the place of its files or beside them.
base::Result<RunResult> run_with(const Request& request, const Texts& texts);

/// What the baseline of the working tree is, and what it would be if it were written now.
struct BaselineUpdate {
    std::string path; ///< of the file on disk
    std::optional<Baseline> old;
    Baseline updated;
    /// Findings that no baseline may hold, by rule.
    std::map<std::string, std::size_t> beyond;
};

/// Judges the working tree without its baseline. Nothing is written. Refused without a working tree.
base::Result<BaselineUpdate> update_baseline(const Request& request);

} // namespace docs_lint::engine
