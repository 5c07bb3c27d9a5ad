#pragma once

#include "server/open_document.hpp"
#include "server/protocol.hpp"

#include <cstddef>

namespace docs_lint::server {

/// The result of `textDocument/completion` at a byte: roles behind the labels that name them, statuses,
/// states and severities behind theirs, gates and gate items behind the keywords of their headings. What the
/// process asks for at that place comes first.
Json completions_at(const OpenDocument& document, std::size_t offset);

} // namespace docs_lint::server
