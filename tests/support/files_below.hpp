#pragma once

#include <filesystem>
#include <vector>

namespace docs_lint::tests {

/// Every plain file below a folder, in no order.
inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
}

} // namespace docs_lint::tests
