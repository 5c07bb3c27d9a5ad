#pragma once

#include "facts/citations.hpp"
#include "git/commit_graph.hpp"
#include "git/repository.hpp"
#include "policy/policy.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// The commits that a resolved citation of a fix means, as indices into the graph: itself, those of the fix
/// that the cited merge brought in, or those of the range that it ends.
std::vector<std::size_t> commits_of_fix(const Citation& fix, const policy::Policy& policy,
                                        const git::Repository& repository, const git::CommitGraph& graph);

/// What a fix gives the files that are no governed documents; that one only moves is nothing.
enum class FixContent { changed, modes_only, nothing };

/// Both texts could be read, and say the same but for a byte order mark, blank lines, and blanks at the ends
/// of lines.
bool differ_in_blanks_alone(const git::Repository& repository, const git::ObjectId& left,
                            const git::ObjectId& right);

/// The files of one citation of a fix.
struct FixFiles {
    const Citation* citation = nullptr;
    /// Of a range those of every commit of its line, however they ended; nothing: they could not be read.
    std::optional<std::vector<std::string>> paths;
    FixContent content = FixContent::changed; ///< blank lines, and blanks at the ends of lines, are nothing
};
FixFiles files_of_fix(const Citation& fix, const policy::Policy& policy, const git::Repository& repository,
                      const git::CommitGraph& graph);

/// What the items of the fix cite as such. A commit that the spec's items cite, too, and that changes nothing
/// but governed documents is none where others are cited beside it: `Fix in X (spec: Y)`.
std::vector<const Citation*> citations_of_fix(const DocumentCitations& citations,
                                              const policy::SpecFirst& rule, const policy::Policy& policy);

} // namespace docs_lint::facts
