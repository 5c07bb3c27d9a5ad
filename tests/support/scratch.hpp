#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace docs_lint::tests {

/// A new folder for one test, removed with all that is in it at the end.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Writes a whole file and makes the folders that it needs.
void write_file(const std::filesystem::path& path, std::string_view content);

std::string read_file(const std::filesystem::path& path);

} // namespace docs_lint::tests
