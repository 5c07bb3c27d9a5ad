#pragma once

#include "support/git_repository.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace docs_lint::tests {

/// Plays a folder of commits into a repository and returns the full id of each commit by the name of its
/// step.
///
///     fixtures/histories/<name>/
///         01-report/docs/report.md      a file that this commit adds or overwrites
///         02-decision/commit.txt        optional: head lines, a blank line, the message
///
/// Steps are taken in the order of their names. Head lines, each of which may be left out:
///     date: 2026-03-02T09:00:00Z        else 2026-03-01T10:00:00Z and a minute more for each step
///     author: Tech Lead <tech-lead@example.org>
///     branch: topic                     switch to it; a new one starts at HEAD ...
///     from: 01-report                   ... or at the commit of that step
///     tag: v1.8                         repeated; names this commit
///     merge: topic                      repeated for an octopus; conflicts must be settled by files of the
///     step delete: docs/report.md            repeated move: docs/a.md -> docs/b.md      repeated; takes
///     place before the step's own files are written
/// Without a message the step's name is the message. `@commit{01-report}` in files and messages stands for
/// the full id of that earlier commit, `@commit{01-report:10}` for its first 10 digits.
std::map<std::string, std::string> load_history(const GitRepository& repository,
                                                const std::filesystem::path& folder);

/// `fixtures/histories/<name>` of this source tree.
std::filesystem::path history_fixture(const std::string& name);

} // namespace docs_lint::tests
