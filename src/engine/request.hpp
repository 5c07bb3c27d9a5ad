#pragma once

#include "base/date.hpp"
#include "base/time_budget.hpp"
#include "engine/shard.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::engine {

/// What is checked against what.
enum class Mode {
    worktree,    ///< the files on disk, with HEAD's history behind them
    index,       ///< what is staged against HEAD: the documents that differ, and every filed record
    next_commit, ///< the index against HEAD, and where the next commit would be as HEAD is, that revision
    revision,    ///< the tree of one commit, and that commit against its parents
    range,       ///< a pull request: every commit of base..head, and the tree that merging it would leave
    push,        ///< a ref that moves from base to head: every new commit, and head's tree against base's
    audit,       ///< a commit's tree and its whole history
};

/// What a run says of where each record stands (`RunResult::records`); each asks for more than the one
/// before.
enum class RecordsAsked {
    none,
    standing,    ///< by the records' own text
    with_history ///< and by the commits that made them; this reads all earlier versions of the records
};

/// One run. Revisions are what git understands on a command line; they never come from a document.
struct Request {
    Mode mode = Mode::worktree;
    std::string folder = "."; ///< where to look for the repository
    std::string base;         ///< range, push; for push all zeros or empty: a new ref
    std::string head;         ///< revision, range, push, audit; empty: HEAD
    std::vector<std::string>
        paths; ///< only documents below these (relative to the repository's root); empty: all
    std::optional<std::string>
        configuration; ///< a configuration file on disk instead of the repository's own
    /// Push of a new ref: what refs below any of these hold is not new. What a forge keeps elsewhere (pull
    /// requests) was never judged.
    std::vector<std::string> known_refs = {"refs/heads/", "refs/tags/"};
    bool from_environment = false; ///< honour git's variables, as hooks need
    bool trust_owner = false;
    std::optional<base::Instant> as_of; ///< the clock, for the worktree and the index
    /// An absolute folder of the user's in which what walks over histories found is kept from run to run, and
    /// looked for; it need not exist. Nothing: every run walks anew.
    std::optional<std::string> index_folder;
    Shard shard;           ///< an audit may be spread over several
    base::TimeBudget time; ///< what is not reached in it could not be verified, and the result says so
    RecordsAsked records = RecordsAsked::none;
    /// Is told what the run begins with, such as `reading the documents`; by the thread that runs it. May be
    /// empty.
    std::function<void(std::string_view)> on_stage = {};
};

} // namespace docs_lint::engine
