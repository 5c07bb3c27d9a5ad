#pragma once

#include "facts/path_history.hpp"
#include "facts/sign_offs.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::facts {

/// Which commits recorded what somebody confirmed, on a line of history on which it has stood since: what was
/// taken back and put there again was recorded by whoever put it there. A record that moves unchanged takes
/// its confirmations along. Versions of records are read when they are asked for, each once.
class ConfirmationOrigins {
public:
    ConfirmationOrigins(const policy::Policy& policy, const git::Repository& repository,
                        const git::CommitGraph& graph)
        : policy_(&policy), repository_(&repository), graph_(&graph), paths_(repository, graph) {}

    /// The words of one confirmation and the evidence that it is about, as far as they must stay the same:
    /// formatting apart, and in the confirmation ticks and punctuation. Nothing where it does not plainly say
    /// yes.
    static std::optional<std::string> statement_of(const ItemFacts& item, const ComponentFacts& component,
                                                   const model::Confirmation& confirmation);

    /// The commits that recorded a statement which stands at `path` in the commit `tip`, as indices into the
    /// graph; none: it does not stand there. One on which the history ends may have had it from before.
    base::Result<std::vector<std::size_t>> of(const std::string& statement, const std::string& path,
                                              std::size_t tip);

private:
    /// A commit that gives the path a content that it has from none of its parents.
    struct Version {
        std::size_t commit = 0;
        std::optional<git::ObjectId> blob; ///< nothing: the path is gone
        std::vector<std::size_t> before;   ///< the versions that its parents have
    };
    struct Versions {
        std::vector<Version> all;
        std::vector<std::vector<std::size_t>> by_commit; ///< which of them a commit has
    };
    using Statements = std::set<std::string>;

    base::Result<const Versions*> versions_of(const std::string& path);
    base::Result<Versions> read_versions(const std::string& path);
    base::Result<const Statements*> statements_in(const std::string& path, const git::ObjectId& blob);
    base::Result<bool> holds(const Version& version, const std::string& path, const std::string& statement);
    base::Result<std::vector<std::size_t>> holders(const std::vector<std::size_t>& candidates,
                                                   const Versions& versions, const std::string& path,
                                                   const std::string& statement);
    /// Where the same file stood in a parent that is gone in the commit: `path` and parent.
    base::Result<std::vector<std::pair<std::string, std::size_t>>> moved_from(const Version& version,
                                                                              const Versions& versions);

    const policy::Policy* policy_;
    const git::Repository* repository_;
    const git::CommitGraph* graph_;
    PathHistory paths_;
    std::map<std::string, Versions> versions_;
    std::map<std::pair<std::string, git::ObjectId>, Statements> statements_;
};

} // namespace docs_lint::facts
