#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// The root of this source tree.
std::filesystem::path source_root();

/// All files below a folder of the source tree with this ending, as sorted paths from the root.
std::vector<std::string> source_files(const std::string& folder, const std::string& ending = "");

/// A line of a source file.
struct SourceLine {
    std::size_t number = 0; ///< from 1
    std::string text;
};
std::vector<SourceLine> lines_of_source(const std::string& file);

/// The same lines of C++ without comments.
std::vector<SourceLine> lines_of_code(const std::string& file);

/// `src/base/text.cpp:12`
std::string place_of(const std::string& file, const SourceLine& line);

} // namespace docs_lint::tests
