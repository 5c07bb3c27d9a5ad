#pragma once

#include "base/result.hpp"
#include "engine/judge.hpp"
#include "engine/request.hpp"
#include "facts/corpus.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"
#include "policy/policy.hpp"

#include <memory>
#include <string>

namespace docs_lint::engine {

/// A text in place of a file, read and judged by itself.
struct Draft {
    std::unique_ptr<facts::Corpus> corpus; ///< that document alone
    diagnostics::Outcome outcome;

    [[nodiscard]] const facts::DocumentFacts& document() const { return corpus->documents.front(); }
};

/// The working tree of a repository, or a folder without one, with the policy that stands in it: read once,
/// for judging texts that are not saved yet, again and again.
class WorkingCopy {
public:
    /// Looks for the repository from the request's folder. The request is one of mode `worktree`; a bare
    /// repository is an error of kind `usage`.
    static base::Result<WorkingCopy> open(const Request& request);

    WorkingCopy(WorkingCopy&&) noexcept;
    WorkingCopy& operator=(WorkingCopy&&) noexcept;
    ~WorkingCopy();

    /// Configuration, baseline, templates of processes and HEAD are what they were when it was opened.
    [[nodiscard]] bool is_current() const;

    [[nodiscard]] const std::string& root() const; ///< of the files on disk, with a final `/`
    [[nodiscard]] const policy::Policy& policy() const;
    [[nodiscard]] const git::Repository* repository() const; ///< null where there is none

    /// All ancestors of HEAD; null where there is no commit. Read when it is first asked for.
    [[nodiscard]] base::Result<const git::CommitGraph*> graph() const;

    /// What the rules that look at one document alone say of the text, with the suppressions, the baseline
    /// and the limits in time of a run. No class covers the path: `usage`; the text goes past a limit:
    /// `unverifiable`. What the result holds points into this object.
    [[nodiscard]] base::Result<Draft> judge(const std::string& path, std::string text);

private:
    struct State;
    explicit WorkingCopy(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace docs_lint::engine
