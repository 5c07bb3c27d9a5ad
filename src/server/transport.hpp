#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::server {

/// Bounds of one message, so that a header cannot make the server take all memory.
struct MessageLimits {
    std::size_t header_bytes = 4096; ///< of all header lines together
    std::size_t content_bytes = 64'000'000;
};

/// The content of the next message of the base protocol: header lines that end in CR LF, an empty line, and
/// as many bytes as `Content-Length` says. Nothing where the input ends between two messages. Behind an error
/// nobody knows where the next message begins.
base::Result<std::optional<std::string>> read_message(std::istream& in, const MessageLimits& limits = {});

/// Writes and flushes one message.
base::Result<void> write_message(std::ostream& out, std::string_view content);

} // namespace docs_lint::server
