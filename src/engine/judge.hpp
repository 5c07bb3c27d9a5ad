#pragma once

#include "base/date.hpp"
#include "diagnostics/diagnostic.hpp"
#include "engine/baseline.hpp"
#include "engine/rules_in_force.hpp"
#include "engine/shard.hpp"
#include "facts/corpus.hpp"
#include "facts/history.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace docs_lint::engine {

/// The verdict of all rules on what was gathered: findings of rules in force, after suppressions and
/// baseline, sorted, with fingerprints.
struct Verdict {
    diagnostics::Outcome outcome;
    diagnostics::Outcome in_every_shard; ///< empty in a whole run; see `RunResult`
    std::size_t older_than_rules = 0;
    std::vector<diagnostics::SuppressedFinding> suppressed; ///< sorted, with fingerprints
    std::size_t baselined = 0;
};

/// How much of the whole was gathered.
struct Extent {
    bool complete = false; ///< the whole snapshot was judged
    Shard shard;           ///< whose findings are wanted
    /// Only what rules say that look at one document alone, and nothing of how suppressions were used.
    bool documents_alone = false;
};

/// The rule, built in or a team's own, looks at one document alone.
bool looks_at_one_document(std::string_view rule, const policy::Policy& policy);

/// Runs every rule that the policy does not switch off.
Verdict judge(const facts::Corpus& corpus, const facts::History& history, const RulesInForce& in_force,
              const RunBaseline& baseline, base::Date today, const Extent& extent);

} // namespace docs_lint::engine
