#pragma once

#include "policy/expression.hpp"

#include <string>
#include <vector>

namespace docs_lint::policy {

/// A fact that a known deviation gives.
struct DeviationFact {
    std::string name;                ///< `target release`, for messages
    std::vector<std::string> labels; ///< columns, and labels in lists
    bool is_heading = false;         ///< the entry's own title will do
    std::vector<Expression> says;    ///< its value must match any of them; empty: anything
};

/// How a specification lists where the product differs from it. Source: the known deviation standard of the
/// document lifecycle guide.
struct Deviations {
    std::vector<std::string> sections; ///< titles, without their numbers
    std::vector<DeviationFact> facts;
    std::vector<std::string> nothing;              ///< what a section says that lists none: `None`
    std::string priority;                          ///< name of the fact that holds the priority
    std::string release;                           ///< name of the fact that holds the target release
    std::vector<std::string> urgent;               ///< priorities that must not outlive their release
    std::vector<std::string> unplanned_releases;   ///< releases that are none: `backlog`
    std::vector<std::string> unplanned_priorities; ///< priorities that may have such a release
    std::vector<std::string> status_labels;
    std::vector<std::string> resolved_words; ///< under such a label: the entry is history
    std::vector<Expression> release_tags;
};

} // namespace docs_lint::policy
