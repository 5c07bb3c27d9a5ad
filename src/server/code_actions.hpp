#pragma once

#include "server/open_document.hpp"
#include "server/protocol.hpp"

namespace docs_lint::server {

/// The result of `textDocument/codeAction` for a range: to suppress each finding in it whose rule may be
/// suppressed. The comment is put where it would take the finding away and change nothing else that is said
/// of the document, which is tried first; its reason and last day are left to be filled in, and until they
/// are, the comment is a finding itself.
Json code_actions_in(const OpenDocument& document, const EditorRange& range, const Client& client);

} // namespace docs_lint::server
