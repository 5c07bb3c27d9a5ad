#pragma once

#include "base/result.hpp"
#include "base/time_budget.hpp"
#include "engine/request.hpp"
#include "engine/staged.hpp"
#include "facts/gap.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"
#include "source/source_tree.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// Where a run takes place: the repository, the commits that the request names, and the snapshot that is
/// judged.
struct Place {
    Mode mode = Mode::worktree; ///< the request's, or what it falls back to; never `next_commit`
    std::unique_ptr<git::Repository> repository; ///< null: no repository, only files on disk
    std::string root;                            ///< of the files on disk, with a final `/`
    std::optional<git::Commit> head;     ///< the newest commit that counts; nothing on an unborn branch
    std::optional<git::Commit> base;     ///< range, push: what the change is against
    std::optional<git::Commit> trusted;  ///< push of a new ref: HEAD of the repository that receives it
    std::vector<git::ObjectId> excluded; ///< push of a new ref: tips whose commits are not new
    bool base_is_ancestor = false;       ///< range, push
    std::unique_ptr<source::SourceTree> snapshot;
    std::optional<Staged> staged; ///< index
    std::optional<std::vector<git::Entry>>
        merged; ///< range: the tree that merging would leave, where it is none of a commit
    std::vector<std::string> conflicts; ///< range: paths that git could not merge
    std::set<std::string> drafts;       ///< working tree: paths that are judged by a text that is not saved
    std::string scope;                  ///< for the summary
    std::vector<std::string> notes;
    base::TimeBudget time; ///< the request's
};

base::Result<Place> find_place(const Request& request);

/// That something was not reached in the time that the run may take. `what` says how much was.
facts::Gap out_of_time(const std::string& what, const Place& place);

/// The commit by whose rules a change is judged: HEAD for what is staged, the base for a range or push. Null:
/// by those of its own snapshot.
const git::Commit* judging_commit(const Place& place);

} // namespace docs_lint::engine
