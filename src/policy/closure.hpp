#pragma once

#include "base/path_pattern.hpp"
#include "policy/expression.hpp"

#include <string>
#include <vector>

namespace docs_lint::policy {

/// What is due when an item is closed. Source: the closed state of the delivery process.
struct Closure {
    std::string state;                   ///< that closes the item
    std::vector<std::string> priorities; ///< that have all duties; `SeverityTier` says which tiers do
    std::vector<std::string> id_fields;  ///< header fields that name the item, beside the record's path
    std::vector<std::string> item_words; ///< words before an id that is a bare number: `defect 7`
    std::vector<base::PathPattern> lessons_records; ///< with `{id}`
    std::vector<std::string> backlogs, changelogs;  ///< paths
    std::vector<std::string> status_labels;         ///< columns and labels that hold an item's status
    std::vector<std::string> complete_words;        ///< mark an item complete
    std::vector<std::string> open_words;            ///< say that it is not
    std::vector<Expression> release_tags;
};

} // namespace docs_lint::policy
