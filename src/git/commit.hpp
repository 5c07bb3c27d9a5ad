#pragma once

#include "base/date.hpp"
#include "git/object_id.hpp"

#include <string>
#include <vector>

namespace docs_lint::git {

/// A commit as its object says it, without grafts and replacements.
struct Commit {
    ObjectId id;
    ObjectId tree;
    std::vector<ObjectId> parents;
    base::Instant authored_at; ///< as the commit object says; nobody vouches for either date
    base::Instant committed_at;
};

/// What people wrote into a commit; nobody vouches for it. Kept apart, since walks over many commits need
/// none of it.
struct CommitText {
    std::string author_name;
    std::string author_email;
    std::string subject; ///< first line of the message
};

/// A commit's signature and the bytes that it is about: the commit without it.
struct SignedCommit {
    std::string signature;
    std::string payload;
};

} // namespace docs_lint::git
