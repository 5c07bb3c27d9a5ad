#pragma once

#include "server/open_document.hpp"
#include "server/protocol.hpp"

namespace docs_lint::server {

/// The result of `textDocument/documentSymbol`: sections, gates and gate items, with how they stand; empty
/// for a document that is not governed or could not be read.
Json symbols_of(const OpenDocument& document, const Client& client);

} // namespace docs_lint::server
