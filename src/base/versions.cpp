#include "base/versions.hpp"

#include <utf8proc.h>

namespace docs_lint::base {

std::string utf8proc_library_version() {
    return utf8proc_version();
}

} // namespace docs_lint::base
