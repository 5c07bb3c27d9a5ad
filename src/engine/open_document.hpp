#pragma once

#include "base/result.hpp"
#include "base/text_edit.hpp"
#include "engine/configuration.hpp"
#include "engine/fix.hpp"
#include "engine/place.hpp"
#include "facts/corpus.hpp"
#include "markdown/ast.hpp"

#include <memory>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// A governed document of the working tree that somebody wants to write into.
struct OpenDocument {
    std::string file; ///< on disk
    std::unique_ptr<const RunPolicy> policy;
    facts::DocumentFacts document;
    markdown::Ast ast;
};

/// Refused (kind `usage`) where the path is no governed document, cannot be read, or is filed: there, in HEAD
/// or in the index.
base::Result<OpenDocument> open_document(const Request& request, const std::string& path);

/// The document's text with the edits made; an error of kind `failure` where something else of the document
/// would read otherwise afterwards.
base::Result<std::string> edited_text(const OpenDocument& open, std::vector<base::TextEdit> edits,
                                      FixScope scope);

} // namespace docs_lint::engine
