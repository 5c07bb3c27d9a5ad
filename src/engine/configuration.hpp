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

/// What a policy may say of rules.
policy::KnownRules known_rules();

/// A change is judged by the policy of its base: HEAD for what is staged, the base for a range or push.
/// Anything else is judged by the policy that stands in its own snapshot. A configuration that is a link, or
/// no file, is an error, and so is one whose name is nearly right.
base::Result<RunPolicy> find_policy(const Request& request, const Place& place);

/// The same without the processes that come from templates.
base::Result<RunPolicy> load_policy(const Request& request, const Place& place);
/// The policy that stands in a folder's repository now, or in the given file; for telling people of rules,
/// never for judging. Without a repository the folder itself may hold a configuration.
base::Result<policy::Policy> read_policy(const std::string& folder,
                                         const std::optional<std::string>& configuration);

} // namespace docs_lint::engine
