#pragma once

#include "base/span.hpp"
#include "server/open_document.hpp"
#include "server/protocol.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::server {

/// What an editor shows about a place: a title and what is to be said below it, as plain text.
struct Hover {
    std::string title;
    std::vector<std::string> rows;
    base::Span source; ///< the text that it is about
};

/// What is known about a byte of the document: about the commit that stands there, else the state, else the
/// gate item or the gate. Nothing where none does, or the document could not be read.
std::optional<Hover> hover_at(const OpenDocument& document, std::size_t offset);

std::optional<Hover> hover_commit(const OpenDocument& document, std::size_t offset);
std::optional<Hover> hover_state(const OpenDocument& document, std::size_t offset);
std::optional<Hover> hover_gate(const OpenDocument& document, std::size_t offset);

/// `9d9ba94714 "subject", written 2026-03-04, reachable from HEAD` for each commit that the item cites.
std::vector<std::string> commits_of(const facts::ItemFacts& item, const OpenDocument& document);

/// The result of `textDocument/hover`.
Json hover_json(const Hover& hover, const OpenDocument& document, const Client& client);

} // namespace docs_lint::server
