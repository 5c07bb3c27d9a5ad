#pragma once

#include <string>
#include <vector>

namespace docs_lint::policy {

/// How documents refer to one another, and the words under which what they name need not be there (any
/// more). Words compare whole and without case.
struct ReferenceFormat {
    std::vector<std::string> path_columns;    ///< `Location`: headings of a register's column of paths
    std::vector<std::string> version_columns; ///< `Version`: ... and of its column of versions
    std::vector<std::string> planned_words;   ///< `to be created`: what is named does not exist yet
    std::vector<std::string> gone_words;      ///< `removed`: ... or no longer, or is now called otherwise
    std::vector<std::string> example_words;   ///< `for example`: ... or need never have existed
    std::vector<std::string> history_words;   ///< `since`: a version that is named is a version of its time
    std::vector<std::string> generic_names;   ///< `README.md`: file names that mean any file of that name
};

} // namespace docs_lint::policy
