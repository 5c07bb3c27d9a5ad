#pragma once

#include "base/result.hpp"
#include "engine/request.hpp"

#include <iosfwd>

namespace docs_lint::server {

/// Speaks the language server protocol until the client says `exit` or its messages end. The request says by
/// what rules, as of when and whose repositories are judged. True: the client had said `shutdown`, as it
/// should. An error: its messages cannot be told apart, or it does not read.
base::Result<bool> serve(std::istream& in, std::ostream& out, const engine::Request& request);

} // namespace docs_lint::server
