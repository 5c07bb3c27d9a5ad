#pragma once

#include "engine/new_document.hpp"

#include <string>

namespace docs_lint::engine {

/// The text of a new document of the class.
std::string draft_text(const policy::Policy& policy, const policy::DocumentClass& document_class,
                       const DocumentOrder& order);

/// `[PENDING — a commit hash]`: the form in which docs-lint reads that something is still to come.
std::string pending(const policy::Policy& policy, std::string_view what);

} // namespace docs_lint::engine
