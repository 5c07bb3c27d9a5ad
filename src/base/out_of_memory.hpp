#pragma once

namespace docs_lint::base {

/// Says on standard error that there is not enough memory and ends the process with 2, without asking for
/// more of it. An exception would have to pass through libraries that bear none (RE2, cmark-gfm) or go on
/// with null pointers (libgit2), and are broken afterwards.
[[noreturn]] void end_out_of_memory();

} // namespace docs_lint::base
