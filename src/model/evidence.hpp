#pragma once

#include "base/date.hpp"
#include "base/span.hpp"
#include "base/version.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::model {

/// A commit as a text cites it: hexadecimal digits in lower case.
struct CommitMention {
    std::string digits;
    base::Span source;
    bool well_formed =
        true; ///< 7 to 40 digits; shorter and longer ones are kept, for they were meant as commits
    bool ends_range = false; ///< `A..B`: every commit between the one before it in the text and this one
};

/// A path as a text cites it: in backticks, as a link's destination, or bare with a folder or a known ending.
struct PathMention {
    std::string path;                     ///< without anchor and without trailing punctuation
    std::string anchor;                   ///< behind `#`, if any
    std::string section;                  ///< `3.2` of `file.md §3.2`, if one follows it
    std::optional<base::Version> version; ///< of `file.md v1.2`, if one follows it
    base::Span source;
};

/// What a piece of evidence says, taken apart. Where it is empty, so is the text.
struct Evidence {
    std::string text; ///< what a reader sees, lines joined by one blank; without what is struck through
    base::Span source;
    std::vector<CommitMention> commits;
    /// Digits that may be a number or a commit, and commits of evidence that stands in the wrong place: they
    /// satisfy nothing, and count where they are commits.
    std::vector<CommitMention> possible_commits;
    std::vector<PathMention> paths;
    std::vector<PathMention> path_patterns; ///< globs: they name files for a scope, and for nothing else
    std::vector<base::Moment> dates;
    std::vector<std::string> roles; ///< ids of the roles that it names
    bool has_section = false;
    bool has_version = false;
    bool is_pending = false; ///< a placeholder, or says that it is still to come
    bool is_vague = false;   ///< nothing in it but the vague phrases of the process
    bool is_spoken = false;  ///< rests on spoken word and names nothing written
    std::size_t words = 0;   ///< words of letters, those of vague phrases and roles left out
};

} // namespace docs_lint::model
