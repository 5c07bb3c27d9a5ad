#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "policy/policy.hpp"

#include <string>

namespace docs_lint::engine {

/// What somebody wants to begin.
struct DocumentOrder {
    std::string class_name; ///< id of a class, or a part of exactly one
    std::string item_id;    ///< `DEF-042`
    std::string title;      ///< one line
    std::string slug;       ///< for the path; empty: made of the title
    std::string owner;      ///< a role of the register; empty: to be filled in
    base::Moment when{};    ///< now
};

struct NewDocument {
    std::string path; ///< from the repository's root
    std::string text;
};

/// The beginning of a document, as its class and its process ask for it: every part that they know is there,
/// and says that it is still to be written. It signs nothing and claims nothing but its opening. Where a
/// Markdown template defines the process, gates and items are the template's. Errors are of kind `usage`.
base::Result<NewDocument> draft_document(const policy::Policy& policy, const DocumentOrder& order);

} // namespace docs_lint::engine
