#pragma once

#include "facts/corpus.hpp"
#include "facts/path_history.hpp"

#include <optional>

namespace docs_lint::facts {

/// The newest row of the log that leaves a gate's state for the one that it opens, with a time.
struct PassedThrough {
    base::Moment when;
    base::Span source;
};
std::optional<PassedThrough> newest_transition(const DocumentFacts& document, const GateFacts& gate);

/// Some judged document has an item whose validation is dated after the transition that rests on it, as a
/// record stands where a signed text was changed later and signed anew.
bool has_late_validations(const Corpus& corpus);

/// Notes for each such item whether it had been signed before (`ItemFacts::renewal`).
void note_renewed_sign_offs(Corpus& corpus, PathHistory& paths);

} // namespace docs_lint::facts
