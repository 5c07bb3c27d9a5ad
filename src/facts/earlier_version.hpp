#pragma once

#include "base/result.hpp"
#include "facts/corpus.hpp"

#include <string>

namespace docs_lint::facts {

/// What follows from another version of a document, whose text was read, or why it could not be. Nothing is
/// known of when it was recorded. `policy` must outlive the result.
base::Result<DocumentFacts> judge_version(const std::string& path, base::Result<std::string> text,
                                          const policy::DocumentClass& document_class,
                                          const policy::Policy& policy);

} // namespace docs_lint::facts
