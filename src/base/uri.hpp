#pragma once

#include <string>
#include <string_view>

namespace docs_lint::base {

/// A path as a URI holds it: bytes that may not stand there for themselves as `%XX`. Slashes stay.
std::string uri_path(std::string_view path);

} // namespace docs_lint::base
