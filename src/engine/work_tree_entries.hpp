#pragma once

#include "base/result.hpp"
#include "engine/place.hpp"
#include "git/entry.hpp"
#include "policy/policy.hpp"

#include <map>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// The governed files of a work tree with the ids that git would give them, and the contents behind ids that
/// git may not have.
struct WorkTreeEntries {
    std::vector<git::Entry> committed; ///< of HEAD
    std::vector<git::Entry> on_disk;
    std::map<git::ObjectId, std::string> contents;
    std::map<std::string, base::Error> unread; ///< by path; they count as what is committed there
};
base::Result<WorkTreeEntries> read_work_tree_entries(const Place& place, const policy::Policy& policy);

} // namespace docs_lint::engine
