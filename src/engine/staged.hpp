#pragma once

#include "base/result.hpp"
#include "engine/request.hpp"

namespace docs_lint::engine {

/// Whether the next commit would be another than HEAD: the index differs from it, a merge is under way, or
/// there is no commit yet. Never in a bare repository.
base::Result<bool> is_something_staged(const Request& request);

} // namespace docs_lint::engine
