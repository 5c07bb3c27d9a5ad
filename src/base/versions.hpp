#pragma once

#include <string>

namespace docs_lint::base {

/// The version of utf8proc that is in use: `2.8.0`.
std::string utf8proc_library_version();

} // namespace docs_lint::base
