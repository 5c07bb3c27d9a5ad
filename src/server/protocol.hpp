#pragma once

#include "server/positions.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace docs_lint::server {

using Json = nlohmann::ordered_json;

/// Codes of the protocol's errors.
enum class ErrorCode : int {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    internal_error = -32603,
    not_initialized = -32002,
};

/// What the client can do, and how it counts.
struct Client {
    Encoding encoding = Encoding::utf16;
    bool related_information = false;    ///< of diagnostics
    bool markdown_hovers = false;        ///< else plain text
    bool nested_symbols = false;         ///< else a flat list
    bool versioned_edits = false;        ///< edits may say which version of a document they are for
    bool watches_files_if_asked = false; ///< `workspace/didChangeWatchedFiles` may be registered
};

/// From the parameters of `initialize`. Whatever is absent is not supported.
Client read_client(const Json& params);

/// The document's text as one piece of JSON: invalid UTF-8 is replaced, never sent.
std::string to_text(const Json& message);

Json to_json(EditorPosition position);
Json to_json(const EditorRange& range);

/// Throw `nlohmann::json::exception` where the parameters do not have the shape that the protocol asks for.
EditorPosition position_from(const Json& json);
EditorRange range_from(const Json& json);

/// Text of documents and commits, safe to show: what a reader cannot see is written out.
std::string shown(std::string_view text);

/// The same as Markdown that reads as exactly this text.
std::string shown_in_markdown(std::string_view text);

} // namespace docs_lint::server
