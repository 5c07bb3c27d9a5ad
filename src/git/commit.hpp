#pragma once

#include "base/date.hpp"
#include "git/object_id.hpp"

#include <string>
#include <vector>

namespace docs_lint::git {

struct Signature {
    std::string name;
    std::string email;
    base::Instant when; ///< as the commit object says; nobody vouches for it
};

/// A commit as its object says it, without grafts and replacements.
struct Commit {
    ObjectId id;
    ObjectId tree;
    std::vector<ObjectId> parents;
    Signature author;
    Signature committer;
    std::string subject; ///< first line of the message
};

/// A commit's signature and the bytes that it is about: the commit without it.
struct SignedCommit {
    std::string signature;
    std::string payload;
};

} // namespace docs_lint::git
