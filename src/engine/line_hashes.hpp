#pragma once

#include "engine/judge.hpp"

namespace docs_lint::engine {

/// Gives each finding on a line of a document of the corpus that line's hash. Findings on lines of other
/// versions, and of files that are no documents, keep none.
void give_line_hashes(Verdict& verdict, const facts::Corpus& corpus);

} // namespace docs_lint::engine
