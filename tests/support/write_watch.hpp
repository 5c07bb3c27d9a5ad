#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// Sees everything that happens below a folder to what is there now, whoever does it: files opened for
/// writing (even where nothing was written), made, removed, renamed, or given other permissions.
class WriteWatch {
public:
    explicit WriteWatch(const std::filesystem::path& folder);
    ~WriteWatch();
    WriteWatch(const WriteWatch&) = delete;
    WriteWatch& operator=(const WriteWatch&) = delete;

    /// What happened since the last question, as `path: what`.
    [[nodiscard]] std::vector<std::string> changes();

private:
    void watch(const std::filesystem::path& folder);

    int queue_;
    std::map<int, std::filesystem::path> folders_;
};

} // namespace docs_lint::tests
