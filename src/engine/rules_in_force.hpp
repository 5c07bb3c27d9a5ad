#pragma once

#include "base/result.hpp"
#include "diagnostics/diagnostic.hpp"
#include "engine/place.hpp"
#include "engine/walks.hpp"
#include "facts/corpus.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <memory>

namespace docs_lint::engine {

/// Which rules were in force for what they find (`effective-from`), so that old records are judged by the
/// rules of their time. How old something is follows from commits, never from what documents say:
///
/// - a finding about what a commit did to a document is as old as that commit;
/// - a record (of a class that is filed or follows a process) is as old as the commit that first held its
///   path since it was last absent;
/// - any other document, and a record where a guarantee is judged, is as old as the last commit that changed
///   it: once touched, it is judged. An old record must not pass a gate today without its sign-off.
///
/// What is not committed yet is new. A commit's time is the latest committer date among it and its ancestors,
/// so that a date of its own cannot make it old. With a commit as the limit only what lies before that commit
/// is old, so that a branch that does not hold it is new.
class RulesInForce {
public:
    /// A limit that names a commit which is not in the checked history is an error of kind `configuration`,
    /// unless that history is cut. Reads no history where no rule has a limit. `walks`, null without a
    /// repository, must outlive the result.
    static base::Result<RulesInForce> read(const Place& place, const facts::Corpus& corpus,
                                           const policy::Policy& policy, Walks* walks);

    /// Takes away the findings that are older than their rules, and says how many. A finding whose age cannot
    /// be known becomes something that could not be verified.
    std::size_t take_older(diagnostics::Outcome& outcome) const;

    RulesInForce(RulesInForce&&) noexcept;
    ~RulesInForce();

private:
    class Judge;
    explicit RulesInForce(std::unique_ptr<Judge> judge);
    std::unique_ptr<Judge> judge_; ///< null: no rule has a limit
};

} // namespace docs_lint::engine
