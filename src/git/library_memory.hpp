#pragma once

namespace docs_lint::git {

/// Lets libgit2 take its memory from where the process ends in order when there is none. Of itself it goes on
/// with null pointers in places, and crashes. Before `git_libgit2_init`.
void give_memory_to_libgit2();

} // namespace docs_lint::git
