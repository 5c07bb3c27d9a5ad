#pragma once

#include "base/date.hpp"
#include "diagnostics/diagnostic.hpp"
#include "facts/corpus.hpp"
#include "facts/suppression_uses.hpp"

#include <vector>

namespace docs_lint::engine {

/// Takes away the findings that a suppression of the configuration or of a comment covers, and says what each
/// one was used for. Findings of rules that may not be suppressed, and findings about another version than
/// the checked one, stay. A suppression without a reason has no effect. `complete` says that every document
/// and rule was judged, so that an unused suppression is really unused.
struct Suppressed {
    facts::SuppressionUses uses;
    std::vector<diagnostics::SuppressedFinding> taken; ///< in the order in which they were
};
Suppressed suppress(diagnostics::Outcome& outcome, const facts::Corpus& corpus, base::Date today,
                    bool complete);

} // namespace docs_lint::engine
