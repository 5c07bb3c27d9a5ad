#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace docs_lint::server {

/// The absolute path that a `file:` URI of this machine names, its percent escapes decoded; nothing for
/// another URI, a relative path, or one with a NUL.
std::optional<std::string> path_of_uri(std::string_view uri);

/// The URI of an absolute path, whatever bytes it has.
std::string uri_of_path(std::string_view path);

} // namespace docs_lint::server
