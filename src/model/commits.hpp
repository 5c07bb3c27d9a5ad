#pragma once

#include "markdown/text.hpp"
#include "model/evidence.hpp"

#include <vector>

namespace docs_lint::model {

/// A commit as it was found in a line, with the part of the line's text that it takes.
struct FoundCommit {
    CommitMention mention;
    base::Span in_text;
};

/// Every commit that a line cites. Parts of words, paths, addresses and describe forms are none.
std::vector<FoundCommit> find_commits(const markdown::Text& line);

/// Runs of 7 to 40 decimal digits that may be commits as well as numbers.
std::vector<FoundCommit> find_possible_commits(const markdown::Text& line);

} // namespace docs_lint::model
