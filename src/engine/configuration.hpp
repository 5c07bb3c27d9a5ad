#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "facts/corpus.hpp"
#include "policy/policy.hpp"

#include <string>
#include <vector>

namespace docs_lint::engine {

/// The name of a team's configuration file, at the repository's root.
inline constexpr const char* kConfigurationFile = ".docs-lint.yaml";

/// The policy that a run judges by, and where it came from.
struct RunPolicy {
    policy::Policy policy;
    std::string origin;                       ///< for the summary
    std::vector<facts::PolicyChange> changes; ///< the checked change edits it
};

/// The commit by whose policy and baseline a change is judged; null: by those of its own snapshot.
const git::Commit* judging_commit(const Place& place);

/// A change is judged by the policy of its base: HEAD for what is staged, the base for a range or push.
/// Anything else is judged by the policy that stands in its own snapshot. A configuration that is a link, or
/// no file, is an error.
base::Result<RunPolicy> find_policy(const Request& request, const Place& place);

} // namespace docs_lint::engine
