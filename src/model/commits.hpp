#pragma once

#include "markdown/text.hpp"
#include "model/evidence.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace docs_lint::model {

/// A commit as it was found in a line, with the part of the line's text that it takes.
struct FoundCommit {
    CommitMention mention;
    base::Span in_text;
};

/// Every commit that a line cites. Parts of words, paths, addresses and describe forms are none.
std::vector<FoundCommit> find_commits(const markdown::Text& line);

/// What is no citation by its form and may be a commit all the same: 7 to 40 decimal digits, hexadecimal ones
/// in capitals, six of them, or what stands behind a describe form.
std::vector<FoundCommit> find_possible_commits(const markdown::Text& line);

/// The commit whose page a link leads to: `https://host/project/commit/1a2b3c4`.
std::optional<CommitMention> commit_of_destination(std::string_view destination, base::Span source);

} // namespace docs_lint::model
