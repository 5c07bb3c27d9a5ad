#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "facts/corpus.hpp"
#include "policy/policy.hpp"

#include <vector>

namespace docs_lint::engine {

/// Derives the processes that come from templates: the text in force, which stands where the policy comes
/// from, and every other text that the template has had in the history behind it. A template that is not
/// there, or leaves something open, is an error; an old one is a version that cannot be used. The result says
/// which templates the checked change edits, in its tree or in any of its commits.
base::Result<std::vector<facts::PolicyChange>> read_process_templates(policy::Policy& policy,
                                                                      const Place& place);

} // namespace docs_lint::engine
