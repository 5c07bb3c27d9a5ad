#pragma once

#include "diagnostics/location.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::reporters {

/// Lines of at most `width` terminal columns, broken at blanks; a longer word keeps a line of its own. Never
/// empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// Breaks what the runner of a build would obey: `##[` and its kin anywhere, `::` at the start of a line.
std::string disarm_commands(std::string_view text);

/// The first ten digits: how a commit is named to people.
std::string short_commit(std::string_view commit);

/// The message, which says it where its place is in another version than the checked one.
std::string with_version(std::string message, const diagnostics::Location& location);

/// A path as people read it; the empty one means the repository.
std::string path_for_people(const std::string& path);

/// A path for formats in which every record must have one: `.` means the repository.
std::string path_or_root(const diagnostics::Location& location);

/// No line of the document can be named.
bool is_whole_document(const diagnostics::Location& location);

/// `path:line:column`, and ` @ commit` where another version than the checked one is meant. Safe for a
/// terminal.
std::string place_of(const diagnostics::Location& location);

} // namespace docs_lint::reporters
