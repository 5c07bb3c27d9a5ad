#pragma once

#include "diagnostics/diagnostic.hpp"
#include "server/open_document.hpp"
#include "server/protocol.hpp"

#include <string>

namespace docs_lint::server {

/// The findings about a document, and what could not be verified, as `textDocument/publishDiagnostics` wants
/// them.
Json diagnostics_of(const OpenDocument& document, const Client& client);

/// One finding, at its place in the document.
Json diagnostic_of(const diagnostics::Diagnostic& finding, const OpenDocument& document,
                   const Client& client);

/// The parameters that take all diagnostics of a document away.
Json no_diagnostics(const std::string& uri);

/// What is wrong in a configuration file, by the places that an error of kind `configuration` names in it
/// (`name:line:column: what`); empty where it names none. Columns are those of the file as it is on disk.
Json configuration_diagnostics(const std::string& message, const std::string& name,
                               const std::string& content, Encoding encoding);

} // namespace docs_lint::server
